import { judgeCase, type FeltVerdict } from "../fair-use/judge-case.ts";
import { periodEnd } from "../fair-use/period-end.ts";
import { placesOf, type Place } from "../fair-use/places-of.ts";
import { stricter, type Step } from "../fair-use/policy.ts";
import { DAY_MS } from "../shared/days.ts";
import type { SignalKind } from "../signal/signal.ts";
import type { Outcome, Variant } from "./backtest.ts";
import type { Finding, PastOrder, PastUse, Ring, RingSetting } from "./ring.ts";

/** A case as it would have been. `heldOn`: the local day on which it first came to somebody's desk; null: it never did. */
export type PastCase = { score: number; heldOn: string | null };

/** `refused`: whose codes were refused, with the score of the case that brought it; `savedMinor`: what those took off. */
export type RingVerdict = {
  outcomes: Map<string, Outcome>;
  cases: PastCase[];
  refused: Map<string, number>;
  savedMinor: number;
};

/** `campaigns`: those that flags are about. */
type OpenCase = {
  score: number;
  kinds: ReadonlySet<SignalKind>;
  campaigns: ReadonlySet<string>;
  orders: ReadonlySet<string>;
  people: ReadonlySet<string>;
  step: Step | null;
  heldOn: string | null;
};

/** A policy disqualified somebody, until a local day (null: without end). */
type Ban = Place & { personId: string; until: string | null; score: number };

type State = { open: OpenCase | null; bans: Ban[]; verdict: RingVerdict };

/**
 * What would have become of a ring's orders, as they were placed, had they been judged this way: each use that is flagged
 * grows the case, the policy judges it, and whoever it disqualifies has codes refused after that. Where staff decided,
 * the case is closed and what the policy did ends, as it is live. A use whose code is refused is flagged with nothing.
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

/** One for the order: where one of its codes is refused that is told, whatever becomes of the others. */
function outcomeOf(
  order: PastOrder,
  decisions: Ring["decisions"],
  state: State,
  variant: Variant,
  setting: RingSetting,
): Outcome {
  const refused = refuse(order, state, setting);
  const isLeft = ({ codeKey }: Finding) => refused.every((use) => use.codeKey !== codeKey);
  const left = refused.length < Math.max(1, order.uses.length) ? order.findings.filter(isLeft) : [];
  const flags = left.flatMap((finding) => flagOf(finding, variant.flagFrom) ?? []);
  const step =
    flags.length > 0 ? judge(order, flags, decisions, state, { variant, setting }) : null;
  if (refused.length > 0) return "refused";
  return step === null ? "passes" : OUTCOME_OF[step];
}

/** The order's uses that somebody would have been refused, which are noted. */
function refuse(order: PastOrder, { bans, verdict }: State, setting: RingSetting): PastUse[] {
  const found = order.uses.flatMap((use) => {
    const ban = bans.find((each) => holds(each, order, use, setting));
    return ban ? [{ use, ban }] : [];
  });
  const [first] = found;
  if (first && !verdict.refused.has(order.personId))
    verdict.refused.set(order.personId, first.ban.score);
  verdict.savedMinor += found.reduce((sum, { use }) => sum + use.discountMinor, 0);
  return found.map(({ use }) => use);
}

const OUTCOME_OF: Record<Step, Outcome> = {
  watch: "watched",
  sign_in: "asks_sign_in",
  hold: "held",
  disqualify: "disqualifies",
};

type PastFlag = { kinds: readonly SignalKind[]; score: number; campaignId: string | null };

/** As live: the exact rule flags at any threshold, and what it alone found is sure. */
function flagOf(
  { score, kind, also, isExact, campaignId }: Finding,
  flagFrom: number,
): PastFlag | null {
  if (isExact) return { kinds: ["overshoot", ...also], score: score ?? 1, campaignId };
  if (score === null || kind === null || score < flagFrom) return null;
  return { kinds: [kind, ...also], score, campaignId };
}

/** The case with these flags, the policy's step, and the bans that follow. */
function judge(
  order: PastOrder,
  flags: readonly PastFlag[],
  decisions: Ring["decisions"],
  state: State,
  { variant, setting }: { variant: Variant; setting: RingSetting },
): Step {
  const open = grown(state.open, order, flags);
  const judged = judgeCase(variant.policy, factsOf(open, order, decisions, setting));
  const step = open.step === null ? judged.step : stricter(open.step, judged.step);
  if (judged.felt?.step === "disqualify") ban(state, open, order, judged.felt, setting);
  const isHeld = step === "hold" || step === "disqualify";
  state.open = { ...open, step, heldOn: open.heldOn ?? (isHeld ? order.day : null) };
  return step;
}

function grown(
  open: OpenCase | null,
  { orderId, personId }: PastOrder,
  flags: readonly PastFlag[],
): OpenCase {
  return {
    score: Math.max(open?.score ?? 0, ...flags.map(({ score }) => score)),
    kinds: new Set([...(open?.kinds ?? []), ...flags.flatMap((flag) => flag.kinds)]),
    campaigns: new Set([
      ...(open?.campaigns ?? []),
      ...flags.flatMap(({ campaignId }) => campaignId ?? []),
    ]),
    orders: new Set(open?.orders).add(orderId),
    people: new Set(open?.people).add(personId),
    ...{ step: open?.step ?? null, heldOn: open?.heldOn ?? null },
  };
}

function factsOf(
  { kinds, score, orders, campaigns: ids }: OpenCase,
  { day, placedAt }: PastOrder,
  decisions: Ring["decisions"],
  { campaigns, seasons }: RingSetting,
) {
  const ends = [...ids].map((id) => {
    const campaign = campaigns.get(id);
    return campaign ? periodEnd(campaign, seasons, day) : null;
  });
  const latest = ends.flatMap((end) => end ?? []).sort();
  const isEndless = ends.length === 0 || ends.includes(null);
  const daysAgo = (at: string) => Math.floor((Date.parse(placedAt) - Date.parse(at)) / DAY_MS);
  return {
    ...{ kinds: [...kinds], score, orders: orders.size, today: day },
    abuseDaysAgo: decisions.flatMap(({ at, decision }) =>
      decision === "abuse" ? daysAgo(at) : [],
    ),
    periodEnds: isEndless ? null : (latest.at(-1) ?? null),
  };
}

/** Once for each person and place of a case, as live; again where it had ended, for whoever did it again. */
function ban(
  { bans }: State,
  { campaigns: ids, people, score }: OpenCase,
  { personId: again, day }: PastOrder,
  { scope, until }: FeltVerdict,
  { campaigns }: RingSetting,
): void {
  const groups = new Set([...ids].flatMap((id) => campaigns.get(id)?.groups ?? []));
  for (const place of placesOf(scope, [...ids], [...groups]))
    for (const personId of people) {
      const stands = bans.some(
        (each) =>
          each.personId === personId &&
          each.campaignId === place.campaignId &&
          each.group === place.group &&
          (personId !== again || !isOver(each, day)),
      );
      if (!stands) bans.push({ ...place, personId, until, score });
    }
}

function isOver({ until }: Ban, day: string): boolean {
  return until !== null && day > until;
}

function holds(
  each: Ban,
  { personId, day }: PastOrder,
  { campaignId }: PastUse,
  { campaigns }: RingSetting,
): boolean {
  if (each.personId !== personId || isOver(each, day)) return false;
  if (each.campaignId !== null) return each.campaignId === campaignId;
  return each.group === null || campaigns.get(campaignId)?.groups.includes(each.group) === true;
}
