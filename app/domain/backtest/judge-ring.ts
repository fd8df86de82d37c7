import { judgeCase, type FeltVerdict } from "../fair-use/judge-case.ts";
import { periodEnd } from "../fair-use/period-end.ts";
import { stricter, type Step } from "../fair-use/policy.ts";
import { DAY_MS } from "../shared/days.ts";
import type { SignalKind } from "../signal/signal.ts";
import type { Outcome, Variant } from "./backtest.ts";
import type { PastOrder, Ring, RingSetting } from "./ring.ts";

/** A case as it would have been. `heldOn`: the local day on which it first came to somebody's desk; null: it never did. */
export type PastCase = { score: number; heldOn: string | null };

/** `refused`: whose codes were refused, with the score of the case that brought it; `savedMinor`: what those took off. */
export type RingVerdict = {
  outcomes: Map<string, Outcome>;
  cases: PastCase[];
  refused: Map<string, number>;
  savedMinor: number;
};

type OpenCase = {
  score: number;
  kinds: SignalKind[];
  flagged: PastOrder[];
  step: Step | null;
  heldOn: string | null;
};

/** From when a policy disqualified: whom, from what, and until which local day (null: without end). */
type Ban = Pick<FeltVerdict, "scope" | "until"> & {
  people: ReadonlySet<string>;
  campaigns: ReadonlySet<string>;
  groups: ReadonlySet<number>;
  score: number;
};

type State = { open: OpenCase | null; bans: Ban[]; verdict: RingVerdict };

/**
 * What would have become of a ring's orders, as they were placed, had they been judged this way: each that is flagged
 * grows the case, the policy judges it, and whoever it disqualifies has codes refused after that. Where staff decided,
 * the case is closed and what the policy did ends, as it is live. A code that is refused is flagged with nothing.
 */
export function judgeRing(ring: Ring, variant: Variant, setting: RingSetting): RingVerdict {
  const verdict = { outcomes: new Map(), cases: [], refused: new Map(), savedMinor: 0 };
  const state: State = { open: null, bans: [], verdict };
  const decisions = [...ring.decisions].sort((a, b) => (a.at < b.at ? -1 : 1));
  let decided = 0;
  for (const order of ring.orders) {
    for (; decided < decisions.length && decisions[decided]!.at <= order.placedAt; decided += 1)
      close(state);
    const past = decisions.slice(0, decided);
    verdict.outcomes.set(order.orderId, outcomeOf(order, past, state, variant, setting));
  }
  close(state);
  return state.verdict;
}

function close(state: State): void {
  if (state.open) state.verdict.cases.push({ score: state.open.score, heldOn: state.open.heldOn });
  state.open = null;
  state.bans = [];
}

function outcomeOf(
  order: PastOrder,
  decisions: Ring["decisions"],
  state: State,
  variant: Variant,
  setting: RingSetting,
): Outcome {
  const ban = state.bans.find((each) => refusedUses(each, order, setting).length > 0);
  if (ban) {
    const uses = refusedUses(ban, order, setting);
    state.verdict.savedMinor += uses.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
    if (!state.verdict.refused.has(order.personId))
      state.verdict.refused.set(order.personId, ban.score);
    return "refused";
  }
  const flag = flagOf(order, variant.flagFrom);
  if (!flag) return "passes";
  const open = grown(state.open, order, flag);
  state.open = open;
  const judged = judgeCase(variant.policy, factsOf(open, order, decisions, setting));
  open.step = open.step === null ? judged.step : stricter(open.step, judged.step);
  if (judged.felt?.step === "disqualify") state.bans.push(banOf(open, judged.felt, setting));
  if (open.step === "hold" || open.step === "disqualify") open.heldOn ??= order.day;
  return OUTCOME_OF[open.step];
}

const OUTCOME_OF: Record<Step, Outcome> = {
  watch: "watched",
  sign_in: "asks_sign_in",
  hold: "held",
  disqualify: "disqualifies",
};

/** As live: what only the exact rule flagged is sure. */
function flagOf(
  { score, kind, isExact }: PastOrder,
  flagFrom: number,
): { kind: SignalKind; score: number } | null {
  const isAbove = score !== null && kind !== null && score >= flagFrom;
  if (isExact) return { kind: "overshoot", score: isAbove ? score : 1 };
  return isAbove ? { kind, score } : null;
}

function grown(
  open: OpenCase | null,
  order: PastOrder,
  { kind, score }: { kind: SignalKind; score: number },
): OpenCase {
  const before = open ?? { score: 0, kinds: [], flagged: [], step: null, heldOn: null };
  return {
    ...before,
    score: Math.max(before.score, score),
    kinds: before.kinds.includes(kind) ? before.kinds : [...before.kinds, kind],
    flagged: [...before.flagged, order],
  };
}

function factsOf(
  { kinds, score, flagged }: OpenCase,
  { day, placedAt }: PastOrder,
  decisions: Ring["decisions"],
  { campaigns, seasons }: RingSetting,
) {
  const ends = campaignsOf(flagged).map((id) => {
    const campaign = campaigns.get(id);
    return campaign ? periodEnd(campaign, seasons, day) : null;
  });
  const latest = ends.flatMap((end) => end ?? []).sort();
  const isEndless = ends.length === 0 || ends.includes(null);
  const daysAgo = (at: string) => Math.floor((Date.parse(placedAt) - Date.parse(at)) / DAY_MS);
  return {
    ...{ kinds, score, orders: flagged.length, today: day },
    abuseDaysAgo: decisions.flatMap(({ at, decision }) =>
      decision === "abuse" ? daysAgo(at) : [],
    ),
    periodEnds: isEndless ? null : (latest.at(-1) ?? null),
  };
}

function campaignsOf(orders: readonly PastOrder[]): string[] {
  return [...new Set(orders.flatMap(({ uses }) => uses.map(({ campaignId }) => campaignId)))];
}

function banOf(
  { flagged, score }: OpenCase,
  { scope, until }: FeltVerdict,
  { campaigns }: RingSetting,
): Ban {
  const ids = campaignsOf(flagged);
  const groups = ids.flatMap((id) => campaigns.get(id)?.groups ?? []);
  return {
    ...{ scope, until, score, groups: new Set(groups), campaigns: new Set(ids) },
    people: new Set(flagged.map(({ personId }) => personId)),
  };
}

/** Where the campaign is in no group, the group is the campaign alone. */
function refusedUses(ban: Ban, { personId, day, uses }: PastOrder, { campaigns }: RingSetting) {
  if (!ban.people.has(personId) || (ban.until !== null && day > ban.until)) return [];
  if (ban.scope === "everything") return uses;
  if (ban.scope === "group" && ban.groups.size > 0)
    return uses.filter(({ campaignId }) =>
      campaigns.get(campaignId)?.groups.some((group) => ban.groups.has(group)),
    );
  return uses.filter(({ campaignId }) => ban.campaigns.has(campaignId));
}
