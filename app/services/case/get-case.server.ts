import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { AUDIT_LABELS, type AuditEntry } from "#app/domain/audit/event.ts";
import { CASE_DECISION_LABELS, CASE_DECISIONS } from "#app/domain/case/case.ts";
import { readReasons } from "#app/domain/case/evidence.schema.ts";
import type {
  CaseDetail,
  CaseFlag,
  CaseLink,
  CaseOrder,
  CasePerson,
  CaseSignal,
  Share,
  TimelineEntry,
} from "#app/domain/case/summary.ts";
import { strongestShares } from "#app/domain/identity/compared-orders.ts";
import { INNOCENT_OVERSHOOT } from "#app/domain/flag/describe-overshoot.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { SIGNALS } from "#app/domain/signal/signals.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { listAudit } from "../audit/list-audit.server.ts";
import { proposalFor } from "../fair-use/proposal-for.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import {
  effectsInWords,
  peopleOfEffects,
  readCaseEffects,
  type CaseEffects,
} from "./case-effects.server.ts";
import { countedAccounts, flagSentence, type FlagOfCase } from "./case-flags.server.ts";
import { readHistory, readSimilar } from "./case-history.server.ts";
import { readCaseOrders, readCasePeople } from "./case-people.server.ts";
import { CASE_COLUMNS, CASE_FROM, summaryOf, type CaseRow } from "./case-rows.server.ts";
import { readWholeCase, type WholeCase } from "./decision-facts.server.ts";
import { linksAmong, type LinkRow } from "./linked-people.server.ts";

/**
 * A case with everything a decision rests on. `mergedInto`: the case that took it over, to be looked at instead. Who may
 * not review sees nothing of it; who may is written down.
 */
export async function getCase(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<{ detail: CaseDetail; mergedInto: string | null }>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { pool } = deps.database;
  const { rows } = isId(id) ? await pool.query<CaseRow>(ONE, [shopId, id]) : { rows: [] };
  const [row] = rows;
  if (!row) return refuse({ kind: "not_found", message: "That case does not exist in this shop." });
  const whole = await readWholeCase(pool, shopId, row);
  const { flags, flagged } = whole;
  const effects = await readCaseEffects(pool, shopId, id);
  const people = row.decision === null ? whole.facts.people : peopleDecidedOn(whole, effects);
  const known = await readCasePeople(deps, actor, id, people, flagged);
  const [links, orders, history, similar, audit, groups, policy] = await Promise.all([
    linksAmong(pool, shopId, people),
    readCaseOrders(pool, shopId, people, id, known.people),
    readHistory(pool, shopId, people, id),
    readSimilar(pool, shopId, id),
    listAudit(deps, actor, { subject: { kind: "case", id }, cursor: null }),
    pool.query<{ number: number; name: string }>(GROUPS, [shopId, campaignsOf(flags)]),
    proposalFor(deps, shopId, row),
  ]);
  const orderNames = await namesOfOrders(deps, shopId, [
    ...orders,
    ...flags.flatMap(pointedOrders),
    ...effects.effects.flatMap(({ effect }) => ("orderId" in effect ? { id: effect.orderId } : [])),
  ]);
  const labels = new Map(known.people.map((each) => [each.id, each.label]));
  const names = {
    people: labels,
    customers: customerLabels(flags, labels),
    campaigns: new Map(
      flags.flatMap((flag) =>
        flag.campaignId === null ? [] : [[flag.campaignId, flag.campaignName ?? ""] as const],
      ),
    ),
    groups: new Map(groups.rows.map(({ number, name }) => [number, name])),
    orders: orderNames,
  };
  const { decision, decidedBy, decidedAt } = row;
  return done({
    mergedInto: row.mergedInto,
    detail: {
      summary: summaryOf(row, flags),
      flags: flags.map((flag) => flagOf(flag, orderNames)),
      ...known,
      links: linksOf(links, known.people),
      ...{ orders, history, similar, policy, groups: groups.rows },
      innocent: innocentOf(flags),
      effects: effectsInWords(effects, names),
      timeline: timelineOf(orders, flags, audit.ok ? audit.value.rows : []),
      decision:
        decision && decidedAt
          ? {
              ...{ decision, reason: row.reason ?? "", comment: row.comment ?? "" },
              ...{ by: decidedBy ?? "", at: decidedAt },
            }
          : null,
    },
  });
}

const ONE = `SELECT ${CASE_COLUMNS} ${CASE_FROM} WHERE c.shop_id = $1 AND c.id = $2`;

const GROUPS = `
  SELECT DISTINCT g.number, g.name FROM campaign c CROSS JOIN unnest(c.groups) AS n
  JOIN campaign_group g ON g.shop_id = c.shop_id AND g.number = n
  WHERE c.shop_id = $1 AND c.id = ANY ($2::uuid[]) ORDER BY g.name`;

const ORDER_NAMES =
  "SELECT id::text, name FROM shop_order WHERE shop_id = $1 AND id = ANY ($2::bigint[])";

/** All whom the decision was on, also those whom links lead to no more because of it, or of what was decided since. */
function peopleDecidedOn({ facts, flags }: WholeCase, effects: CaseEffects): string[] {
  return [...new Set([...facts.people, ...peopleOfEffects(effects), ...countedAccounts(flags)])];
}

function campaignsOf(flags: readonly FlagOfCase[]): string[] {
  return [...new Set(flags.flatMap(({ campaignId }) => campaignId ?? []))];
}

/** Letters of the accounts whose orders are flagged, by the customers that placed these. */
function customerLabels(
  flags: readonly FlagOfCase[],
  labels: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const named = flags.flatMap(({ customerId, personId }) => {
    const label = labels.get(personId ?? "");
    return customerId === null || label === undefined ? [] : [[customerId, label] as const];
  });
  return new Map(named);
}

function pointedOrders({ signals }: FlagOfCase): { id: string }[] {
  return signals.flatMap(({ evidence }) => evidence.orders.map(({ orderId }) => ({ id: orderId })));
}

/** What orders are called; of those that come without a name it is looked up. */
async function namesOfOrders(
  deps: Deps,
  shopId: number,
  orders: readonly { id: string; name?: string }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(orders.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name]])));
  const ids = orders.flatMap(({ id }) => (names.has(id) ? [] : id));
  if (ids.length === 0) return names;
  const { rows } = await deps.database.pool.query<{ id: string; name: string }>(ORDER_NAMES, [
    ...[shopId, ids],
  ]);
  for (const { id, name } of rows) names.set(id, name);
  return names;
}

function flagOf(flag: FlagOfCase, names: ReadonlyMap<string, string>): CaseFlag {
  const { id, kind, state, code, campaignId, campaignName, score } = flag;
  const order = { id: flag.orderId, name: flag.orderName };
  const counted = (flag.overshoot?.orders ?? []).map((each) => ({
    ...{ id: each.orderId, name: each.name, shares: [] },
  }));
  const found = flag.signals.map((signal): CaseSignal => {
    const orders = comparedOrders(signal.evidence.orders, names);
    const isCounted = signal.kind === "overshoot" && orders.length === 0;
    const { listed } = signal.evidence;
    const name = signal.kind === "self_referral" ? "The owner of the code" : "The list of staff";
    const people = listed ? [{ id: null, name, shares: listed }] : [];
    return {
      ...{ kind: signal.kind, score: signal.score },
      orders: [...people, ...(isCounted ? counted : orders)],
    };
  });
  const isTold = counted.length === 0 || found.some((signal) => signal.kind === "overshoot");
  const signals = isTold
    ? found
    : [...found, { kind: "overshoot" as const, score: null, isShownLater: false, orders: counted }];
  const campaign = campaignId === null ? null : { id: campaignId, name: campaignName ?? "" };
  const isShownLater = flag.signals.some(
    (signal) => signal.kind === "over_limit" && signal.evidence.numbers["later"] === 1,
  );
  const sentence = flagSentence(flag);
  return { id, kind, state, order, code, campaign, score, isShownLater, signals, sentence };
}

/** Each order once: of what is said twice of it, the stronger counts. */
function comparedOrders(
  orders: readonly { orderId: string; shares: readonly Share[] }[],
  names: ReadonlyMap<string, string>,
): CaseSignal["orders"] {
  const byOrder = Map.groupBy(orders, ({ orderId }) => orderId);
  return [...byOrder].map(([id, same]) => ({
    ...{ id, name: names.get(id) ?? `#${id}` },
    shares: strongestShares(same.flatMap(({ shares }) => shares)),
  }));
}

function linksOf(links: readonly LinkRow[], people: readonly CasePerson[]): CaseLink[] {
  const labels = new Map(people.map(({ id, label }) => [id, label]));
  return links.flatMap(({ low, high, relation, bits, reasons, decided }) => {
    const [from, to] = [labels.get(low), labels.get(high)].sort();
    if (from === undefined || to === undefined) return [];
    return [{ from, to, relation, bits, shares: readReasons(reasons), decided }];
  });
}

function innocentOf(flags: readonly FlagOfCase[]): string[] {
  const kinds = [...new Set(flags.map(({ kind }) => kind))];
  return kinds.map((kind) =>
    kind === "overshoot" ? INNOCENT_OVERSHOOT : `Think of: ${SIGNALS[kind].wronglyCatches}`,
  );
}

function laterOf(order: CaseOrder): TimelineEntry[] {
  const { id, name, currency, cancelledAt, refund, chargebackAt } = order;
  const entry = (
    what: Extract<TimelineEntry, { kind: "later" }>["what"],
    at: string | null,
    minor: number | null = null,
  ): TimelineEntry[] =>
    at === null ? [] : [{ kind: "later", at, order: { id, name }, what, minor, currency }];
  return [
    ...entry("cancelled", cancelledAt),
    ...entry("refunded", refund?.at ?? null, refund?.minor ?? null),
    ...entry("charged_back", chargebackAt),
  ];
}

/** "Fine. Two checkouts were open at once", of an entry that tells of a decision. */
function verdictOf(after: AuditEntry["after"]): string | null {
  const decision = CASE_DECISIONS.find((each) => each === after?.["decision"]);
  const reason = after?.["reason"];
  const told = [decision && CASE_DECISION_LABELS[decision], typeof reason === "string" && reason];
  return told.filter((each) => each).join(". ") || null;
}

function timelineOf(
  orders: readonly CaseOrder[],
  flags: readonly FlagOfCase[],
  entries: readonly AuditEntry[],
): TimelineEntry[] {
  const codes = new Map(flags.map((flag) => [flag.orderId, flag.code]));
  const placed = orders.map(
    ({ id, name, placedAt, person, codes: used, isFlagged }): TimelineEntry => ({
      ...{ kind: "order", at: placedAt, order: { id, name }, person, isFlagged },
      code: codes.get(id) ?? used[0] ?? null,
    }),
  );
  const done = entries.map(({ at, actor, action, after }): TimelineEntry => ({
    ...{ kind: "done", at, text: `${actor.name} ${AUDIT_LABELS[action]}` },
    detail: verdictOf(after),
  }));
  const later = orders.flatMap(laterOf);
  return [...placed, ...later, ...done].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
