import type pg from "pg";

import { describeCase } from "#app/domain/case/describe-case.ts";
import { readOvershoot, readSignals, type StoredSignal } from "#app/domain/case/evidence.schema.ts";
import { describeOvershoot, spanWords } from "#app/domain/flag/describe-overshoot.ts";
import type { OvershootEvidence } from "#app/domain/flag/summary.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { atStake } from "./at-stake-sql.ts";
import { PEOPLE_OF_CASES } from "./linked-people.server.ts";

/** A flag of a case as far as lists and pages say something of it. Amounts in minor units; `personId` is a root. */
export type FlagOfCase = {
  id: string;
  caseId: string;
  kind: SignalKind;
  state: "open" | "reviewed" | "withdrawn";
  orderId: string;
  orderName: string;
  placedAt: string;
  codeKey: string;
  code: string;
  /** Of what the code took off, what was not paid back with the order. */
  atStakeMinor: number;
  customerId: string | null;
  isCancelled: boolean;
  campaignId: string | null;
  campaignName: string | null;
  personId: string | null;
  score: number | null;
  overshoot: OvershootEvidence | null;
  signals: StoredSignal[];
  /** Who placed the orders that it is about or points at: roots by the orders' ids. Those of nobody known are left out. */
  placedBy: Record<string, string>;
  /** Roots of all whom its case is about. What it points at may be of others: a pattern, or a household, is of many. */
  caseOf: string[];
};

/** The flags of these cases that are not withdrawn, the oldest order first. */
export async function readCaseFlags(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  caseIds: readonly string[],
): Promise<FlagOfCase[]> {
  type Row = Omit<FlagOfCase, "overshoot" | "signals"> & { evidence: unknown; signals: unknown };
  const { rows } = await db.query<Row>(FLAGS, [shopId, caseIds]);
  return rows.map(({ evidence, signals, ...row }) => ({
    ...row,
    overshoot: readOvershoot(evidence),
    signals: readSignals(signals),
  }));
}

const FLAGS = `
  WITH RECURSIVE ${PEOPLE_OF_CASES}
  SELECT f.id, f.case_id AS "caseId", f.kind, f.state, f.order_id::text AS "orderId", o.name AS "orderName",
    ${instantSql("o.placed_at")} AS "placedAt",
    f.code_key AS "codeKey", COALESCE(used.code ->> 'code', f.code_key) AS code,
    ${atStake("COALESCE((used.code ->> 'discountMinor')::bigint, o.discount_minor)")}::float8 AS "atStakeMinor",
    o.customer_id::text AS "customerId", o.cancelled_at IS NOT NULL AS "isCancelled",
    f.campaign_id AS "campaignId", c.name AS "campaignName", COALESCE(p.root_id, p.id)::text AS "personId",
    f.score, f.evidence, f.signals, COALESCE(placed.by, '{}') AS "placedBy",
    ARRAY(SELECT t.id::text FROM of_case t WHERE t.case_id = f.case_id) AS "caseOf"
  FROM flag f
  JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
  LEFT JOIN campaign c ON c.shop_id = f.shop_id AND c.id = f.campaign_id
  LEFT JOIN person p ON p.shop_id = f.shop_id AND p.id = f.person_id
  LEFT JOIN LATERAL (
    SELECT e AS code FROM jsonb_array_elements(o.codes) e WHERE e ->> 'key' = f.code_key LIMIT 1
  ) used ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(u.id, COALESCE(q.root_id, q.id)::text) AS by
    FROM (
      SELECT f.order_id AS id
      UNION SELECT (pointed.id #>> '{}')::bigint
      FROM (
        SELECT jsonb_path_query(f.evidence, '$.orders[*].orderId') AS id
        UNION ALL SELECT jsonb_path_query(f.signals, '$[*].evidence.orders[*].orderId')
      ) pointed
      WHERE pointed.id #>> '{}' ~ '^[0-9]{1,18}$'
    ) n
    JOIN shop_order u ON u.shop_id = f.shop_id AND u.id = n.id
    JOIN person q ON q.shop_id = u.shop_id AND q.id = u.person_id
  ) placed ON true
  WHERE f.shop_id = $1 AND f.case_id = ANY ($2::uuid[]) AND f.state <> 'withdrawn'
  ORDER BY o.placed_at, o.id, f.kind`;

/** What one flag says by itself. */
export function flagSentence(flag: FlagOfCase): string {
  const { overshoot, campaignName } = flag;
  return overshoot ? describeOvershoot(overshoot, campaignName) : sentenceOf([flag], 1);
}

/** Who and what, in a sentence; `people`: how many accounts it speaks of. */
export function sentenceOf(flags: readonly FlagOfCase[], people = accountsOf(flags)): string {
  const first = saysMost(flags);
  if (!first) return "Nothing is left to decide.";
  const { overshoot, kind, campaignName } = first;
  if (overshoot && people <= 1 && !overshoot.isHousehold)
    return describeOvershoot(overshoot, campaignName);
  const numbers = first.signals.find((signal) => signal.kind === kind)?.evidence.numbers;
  return describeCase({
    kind,
    people,
    campaign: campaignName,
    uses: usedOrders(flags).size,
    limit: overshoot?.spent ? null : (overshoot?.limit ?? numbers?.["limit"] ?? null),
    flagged: new Set(flags.map(({ orderId }) => orderId)).size,
    span: overshoot ? spanWords(overshoot) : "",
  });
}

/** The surest flag, of as sure ones the one with most orders. */
function saysMost(flags: readonly FlagOfCase[]): FlagOfCase | undefined {
  return [...flags].sort((a, b) => weight(b) - weight(a))[0];
}

function weight({ score, overshoot, signals }: FlagOfCase): number {
  const orders = overshoot?.orders.length ?? 0;
  const pointed = signals.flatMap(({ evidence }) => evidence.orders).length;
  return (score ?? 1) * 1_000 + Math.max(orders, pointed);
}

/**
 * Orders, by their ids, with the code of the campaign of the flag that says most: those that flags are about, and of those they
 * point at the ones of the case's own people, or of the household it speaks of.
 */
function usedOrders(flags: readonly FlagOfCase[]): Set<string> {
  const campaignId = saysMost(flags)?.campaignId;
  const ids = new Set<string>();
  for (const flag of flags) {
    if (flag.campaignId !== campaignId) continue;
    ids.add(flag.orderId);
    for (const { orderId } of flag.overshoot?.orders ?? [])
      if (flag.overshoot?.isHousehold || !flag.placedBy[orderId] || isOfCase(flag, orderId))
        ids.add(orderId);
    const told = flag.kind === "overshoot" ? "over_limit" : flag.kind;
    for (const { kind, evidence } of flag.signals) {
      if (kind !== told || (kind !== "over_limit" && kind !== "household_limit")) continue;
      for (const { orderId } of evidence.orders)
        if (kind === "household_limit" || isOfCase(flag, orderId)) ids.add(orderId);
    }
  }
  return ids;
}

function isOfCase({ placedBy, caseOf }: FlagOfCase, orderId: string): boolean {
  const by = placedBy[orderId];
  return by !== undefined && caseOf.includes(by);
}

/** How many accounts of the case placed these orders. */
export function accountsOf(flags: readonly FlagOfCase[]): number {
  const used = usedOrders(flags);
  const nobodys = flags.flatMap(({ orderId, placedBy }) =>
    used.has(orderId) && placedBy[orderId] === undefined ? orderId : [],
  );
  return Math.max(countedAccounts(flags).length + new Set(nobodys).size, 1);
}

/** Those of them that are known, by their roots. */
export function countedAccounts(flags: readonly FlagOfCase[]): string[] {
  const used = usedOrders(flags);
  const accounts = flags.flatMap((flag) =>
    Object.entries(flag.placedBy).flatMap(([id, by]) =>
      used.has(id) && isOfCase(flag, id) ? by : [],
    ),
  );
  return [...new Set(accounts)];
}
