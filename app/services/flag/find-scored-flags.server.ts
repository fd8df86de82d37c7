import type pg from "pg";

import { groupOf } from "#app/domain/campaign/limit.ts";
import { onScale } from "#app/domain/calibration/scale.ts";
import { countedAt } from "#app/domain/flag/overshoot.ts";
import type { OvershootEvidence } from "#app/domain/flag/summary.ts";
import { dayNumber, dayText } from "#app/domain/policy/day.ts";
import { flagSignals } from "#app/domain/signal/flag-signals.ts";
import type { Evidence, SignalKind } from "#app/domain/signal/signal.ts";
import {
  LIMIT_KINDS,
  verdictOf,
  type FoundSignal,
  type Verdict,
} from "#app/domain/signal/weigh-signals.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import type { ListedCode, ListedFor } from "../directory/listed-for-orders.server.ts";
import type { LimitedUse, PairedUses } from "../identity/limited-uses.server.ts";
import { FREED_AT, STANDS } from "../redemption/placed-use-sql.ts";

/**
 * What the signals made of an order's use, and of what limited one it is, if any. `codeKey`: of its first code, "" without.
 * `isFurther`: another use of the order was judged before, and what is true of the whole order is said with that.
 * `exact`: its flag by the exact rule, if there is one; `listed`: its code that is somebody's, or for staff.
 */
export type JudgedUse = {
  orderId: string;
  codeKey: string;
  use: LimitedUse | null;
  isFurther: boolean;
  exact: ExactFlag | null;
  listed?: ListedFor | undefined;
  verdict: Verdict;
};

/** The uses that the exact rule flagged already, with how far they are beyond their limit. */
export type ExactFlag = { orderId: string; codeKey: string; evidence: OvershootEvidence };

/** Of each order, by its id. */
export type ExactFlags = ReadonlyMap<string, readonly ExactFlag[]>;

/** Orders that are flagged show the latest of those they rest on. */
export const SHOWN = 20;

/**
 * Flags orders that the signals hold to be what they say, on the shop's own scale, from its threshold on. What the exact
 * rule flagged keeps its flag and gets the signals and their score, however low. A use is beyond its limit only with enough
 * earlier ones that counted when it was placed. Judged anew, a flag nobody has decided on is withdrawn when its reason is
 * gone.
 * @returns the people whose flags are not what they were.
 */
export async function findScoredFlags(
  client: pg.PoolClient,
  shopId: number,
  judged: readonly JudgedUse[],
  context: { now: Date; newId: () => string },
): Promise<string[]> {
  const { knots, flagFrom } = await scaleInForce(client, shopId);
  const found = judged
    .map((each) => ({ ...each, score: each.verdict && onScale(knots, each.verdict.score) }))
    .filter(({ exact, score }) => score !== null && (score >= flagFrom || exact !== null));
  const shown = await earlierUses(client, shopId, [
    ...new Set(found.flatMap((each) => [each.orderId, ...evidenceOrders(each.verdict)])),
  ]);
  const exactScores: object[] = [];
  const rows: object[] = [];
  for (const { orderId, codeKey, use, isFurther, exact, listed, ...each } of found) {
    const verdict = exact ? each.verdict : countedVerdict(each.verdict, orderId, use, shown);
    if (!verdict) continue;
    const score = onScale(knots, verdict.score);
    const signals = flagSignals(verdict.signals);
    const scored = { orderId, score, rawScore: verdict.score, signals };
    if (exact) {
      exactScores.push({ ...scored, codeKey: exact.codeKey });
      continue;
    }
    if (score < flagFrom || (isFurther && !LIMIT_KINDS.has(verdict.kind))) continue;
    const strongest = verdict.signals.find(({ kind }) => kind === verdict.kind)!;
    const evidence = evidenceOf(strongest, orderId, use, shown);
    rows.push({
      ...{ ...scored, evidence, kind: verdict.kind, id: context.newId() },
      ...(codeOf(verdict.kind, listed) ?? use ?? { codeKey, campaignId: null }),
    });
  }
  const ids = judged.map(({ orderId }) => orderId);
  const raised = JSON.stringify(rows);
  const changed = [
    await client.query<PersonRow>(EXACT, [shopId, JSON.stringify(exactScores)]),
    await client.query<PersonRow>(RAISE, [shopId, raised, context.now]),
    await client.query<PersonRow>(WITHDRAW, [shopId, ids, raised]),
  ];
  return changed.flatMap((each) => each.rows.flatMap(({ personId }) => personId ?? []));
}

/** Which code a flag about a list of people is about. */
function codeOf(kind: SignalKind, listed: ListedFor | undefined): ListedCode | null {
  const found = kind === "self_referral" ? listed?.owners : listed?.staff;
  if (!found || (kind !== "self_referral" && kind !== "employee_use")) return null;
  return { codeKey: found.codeKey, campaignId: found.campaignId };
}

type PersonRow = { personId: string | null };

/** The exact rule's flags of these orders, by order. */
export async function exactFlags(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<ExactFlags> {
  const { rows } = await client.query<ExactFlag>(EXACT_FLAGS, [shopId, orderIds]);
  return Map.groupBy(rows, ({ orderId }) => orderId);
}

/** That of one of an order's uses; of its first also one for a code that no limit of a campaign counts. */
export function exactOf(
  flags: ExactFlags,
  orderId: string,
  use: LimitedUse | null,
  { use: first, furtherUses }: PairedUses,
): ExactFlag | null {
  const known = flags.get(orderId) ?? [];
  const own = known.find(({ codeKey }) => codeKey === use?.codeKey);
  if (own || use !== first) return own ?? null;
  const isOthers = ({ codeKey }: ExactFlag) =>
    furtherUses.some((each) => each?.codeKey === codeKey);
  return known.find((flag) => !isOthers(flag)) ?? null;
}

const EXACT_FLAGS = `
  SELECT order_id::text AS "orderId", code_key AS "codeKey", evidence FROM flag
  WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND kind = 'overshoot' AND state <> 'withdrawn'
  ORDER BY order_id, code_key`;

type KnownUse = {
  orderId: string;
  name: string;
  placedAt: string;
  campaignId: string;
  groups: number[];
  codeKey: string;
  code: string;
  day: string;
  stands: boolean;
  freedAt: string | null;
};

function evidenceOrders(verdict: Verdict): string[] {
  return (verdict?.signals ?? []).flatMap(({ evidence }) =>
    evidence.orders.map(({ orderId }) => orderId).filter((id) => /^\d+$/.test(id)),
  );
}

/** Without those that say a limit was exceeded, where too few of the uses they rest on counted: what else there is stands. */
function countedVerdict(
  verdict: Verdict,
  orderId: string,
  use: LimitedUse | null,
  known: readonly KnownUse[],
): Verdict {
  if (!verdict) return null;
  const counted = verdict.signals.filter((each) => evidenceOf(each, orderId, use, known) !== null);
  return counted.length === verdict.signals.length ? verdict : verdictOf(counted);
}

/** What the flag's page shows; null when too few of the uses it rests on counted as it was placed. */
function evidenceOf(
  { kind, evidence }: FoundSignal,
  orderId: string,
  use: LimitedUse | null,
  known: readonly KnownUse[],
): OvershootEvidence | Evidence | null {
  if (!LIMIT_KINDS.has(kind) || !use) return evidence;
  const ids = new Set(evidence.orders.map((order) => order.orderId));
  const { limit, span } = use;
  const isHousehold = kind === "household_limit";
  const most = isHousehold ? use.householdLimit : limit.perCustomer;
  const standing = known.filter((each) => {
    const day = dayNumber(each.day) ?? 0;
    const isInSpan = day >= span.first && (span.last === null || day <= span.last);
    return each.stands && isInSpan && isCountedWith(each, use);
  });
  const own = standing.find((each) => each.orderId === orderId && each.codeKey === use.codeKey);
  if (!own) return null;
  // What was found by later orders names these, too; elsewhere a later one is an earlier one that was told late.
  const before =
    evidence.numbers["later"] === 1 ? standing.slice(0, standing.indexOf(own)) : standing;
  const earlier = before.filter((each) =>
    each.orderId === orderId
      ? each.codeKey < use.codeKey
      : ids.has(each.orderId) && countedAt(each, own.placedAt),
  );
  if (most === null || earlier.length < most) return null;
  return {
    ...(isHousehold ? { isHousehold } : {}),
    ...{ limit: most, window: limit.window, counter: limit.counter },
    period: span.last === null ? "L" : `${dayText(span.first)}/${dayText(span.last)}`,
    ...(use.season ? { season: use.season.name } : {}),
    ...(use.groupName ? { group: use.groupName } : {}),
    orders: [...earlier.slice(1 - SHOWN), own].map(({ orderId: id, name, placedAt, code }) => ({
      ...{ orderId: id, name, placedAt, code },
    })),
  };
}

/** Whether the limit that a use counts against counts this one, too. */
function isCountedWith(each: KnownUse, { limit, campaignId, codeKey }: LimitedUse): boolean {
  const group = groupOf(limit);
  if (group !== null) return each.groups.includes(group);
  return each.campaignId === campaignId && (limit.counter !== "code" || each.codeKey === codeKey);
}

async function earlierUses(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<KnownUse[]> {
  if (orderIds.length === 0) return [];
  const { rows } = await client.query<KnownUse>(USES, [shopId, orderIds]);
  return rows;
}

/** Oldest first. */
const USES = `
  SELECT o.id::text AS "orderId", o.name, l.campaign_id AS "campaignId", l.code_key AS "codeKey",
    COALESCE((SELECT c.groups FROM campaign c WHERE c.shop_id = $1 AND c.id = l.campaign_id), '{}') AS groups,
    ${instantSql("o.placed_at")} AS "placedAt",
    COALESCE((SELECT c ->> 'code' FROM jsonb_array_elements(o.codes) c WHERE c ->> 'key' = l.code_key LIMIT 1), l.code_key) AS code,
    to_char(min(l.effective_at) AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS day,
    ${STANDS} AS stands, ${instantSql(`(${FREED_AT})`)} AS "freedAt"
  FROM shop_order o JOIN ledger_entry l ON l.shop_id = o.shop_id AND l.order_id = o.id
  WHERE o.shop_id = $1 AND o.id = ANY ($2::bigint[]) AND l.campaign_id IS NOT NULL
  GROUP BY o.shop_id, o.id, l.campaign_id, l.code_key ORDER BY o.placed_at, o.id, l.code_key`;

const EXACT = `
  UPDATE flag f SET score = n.score, raw_score = n."rawScore", signals = n.signals
  FROM json_to_recordset($2::json) AS n
    ("orderId" bigint, "codeKey" text, score float8, "rawScore" float8, signals jsonb)
  WHERE f.shop_id = $1 AND f.kind = 'overshoot' AND f.order_id = n."orderId" AND f.code_key = n."codeKey"
    AND f.state <> 'reviewed'
  RETURNING f.person_id::text AS "personId"`;

const RAISE = `
  INSERT INTO flag AS f (shop_id, id, kind, order_id, campaign_id, code_key, person_id, evidence, score, raw_score,
    signals, state, created_at)
  SELECT $1, n.id, n.kind, n."orderId", n."campaignId", n."codeKey", COALESCE(p.root_id, p.id), n.evidence, n.score,
    n."rawScore", n.signals, 'open', $3
  FROM json_to_recordset($2::json) AS n (id uuid, kind text, "orderId" bigint, "campaignId" uuid, "codeKey" text,
    evidence jsonb, score float8, "rawScore" float8, signals jsonb)
  LEFT JOIN shop_order o ON o.shop_id = $1 AND o.id = n."orderId"
  LEFT JOIN person p ON p.shop_id = $1 AND p.id = o.person_id
  ON CONFLICT (shop_id, kind, order_id, code_key) DO UPDATE
  SET evidence = excluded.evidence, person_id = excluded.person_id, score = excluded.score,
      raw_score = excluded.raw_score, signals = excluded.signals,
      state = CASE f.state WHEN 'withdrawn' THEN 'open' ELSE f.state END
  WHERE f.state <> 'reviewed'
  RETURNING f.person_id::text AS "personId"`;

const WITHDRAW = `
  UPDATE flag f SET state = 'withdrawn'
  WHERE f.shop_id = $1 AND f.order_id = ANY ($2::bigint[]) AND f.kind <> 'overshoot' AND f.state = 'open'
    AND NOT EXISTS (
      SELECT FROM json_to_recordset($3::json) AS n ("orderId" bigint, "codeKey" text, kind text)
      WHERE n."orderId" = f.order_id AND n."codeKey" = f.code_key AND n.kind = f.kind)
  RETURNING f.person_id::text AS "personId"`;
