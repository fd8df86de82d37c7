import { dayNumber, dayText } from "../policy/day.ts";
import { codeDate } from "../policy/day-code.ts";
import type { LedgerUse } from "../policy/fold-uses.ts";
import { countOf, spendCapOf, spendLimit, spentOn, type GuardLimit } from "../policy/limit.ts";
import { EVERYONE } from "../policy/rule.ts";
import type { RejectReason } from "../policy/verdict.ts";
import { campaignAsksSignIn, countedBy, judgeCase, type ShopperCase } from "./shopper-case.ts";

/** A use with the order that it stands and falls with. */
type OrderUse = LedgerUse & { orderId: string; orderName: string };

/**
 * One thing that would make the code go through; `then`: what is needed besides, one of them, when it alone would not.
 *
 * - `wait`: until a local date, from which it goes through if nothing else is used.
 * - `free_uses`: so many (`count`) of these orders.
 * - `raise_limit`: these limits, to what they would have to be.
 * - `open`: what the campaign asks would have to go.
 * - `lift`: the disqualifications from these scopes, or (`from` "signIn") what asks to sign in for them. `allow`: an
 *   exception for this person.
 */
export type Remedy = (
  | { kind: "wait"; from: string }
  | { kind: "free_uses"; count: number; orders: { id: string; name: string }[] }
  | { kind: "raise_limit"; limits: { limit: GuardLimit; to: GuardLimit }[] }
  | { kind: "sign_in"; hasAccount: boolean }
  | { kind: "join"; all: string[]; any: string[] }
  | { kind: "leave"; memberships: string[] }
  | { kind: "first_order" }
  | { kind: "open"; what: "guests" | "signed_in" | "new" | "returning" }
  | { kind: "lift"; from: "disqualified" | "signIn"; scopes: string[] }
  | { kind: "allow" }
) & { then: Remedy[] };

type Context = { hasAccount: boolean; depth: number };

/** Deeper than this, advice is no help. */
const DEPTH = 3;

/** What would change a refusal: every remedy was put to the same `judge` before it is told. */
export function remediesFor(
  which: ShopperCase<OrderUse>,
  { hasAccount, depth }: Context = { hasAccount: true, depth: 0 },
): Remedy[] {
  const verdict = judgeCase(which);
  if (verdict.outcome === "accept") return [];
  const asked = { hasAccount, depth: depth + 1 };
  /** With what is still needed when the change alone does not do. */
  const changed = (remedy: Untried, to: ShopperCase<OrderUse>): Remedy[] => {
    if (judgeCase(to).outcome === "accept") return [{ ...remedy, then: [] }];
    const then = depth < DEPTH ? remediesFor(to, asked).filter(({ kind }) => kind !== "allow") : [];
    return then.length > 0 ? [{ ...remedy, then }] : [];
  };
  return [...REMEDIES[verdict.reason](which, hasAccount, changed), ...allowed(which)];
}

type Untried = Remedy extends infer Each
  ? Each extends Remedy
    ? Omit<Each, "then">
    : never
  : never;
type Changed = (remedy: Untried, to: ShopperCase<OrderUse>) => Remedy[];
type Find = (which: ShopperCase<OrderUse>, hasAccount: boolean, changed: Changed) => Remedy[];

const REMEDIES: Record<RejectReason, Find> = {
  limit_reached: (which) => [...waiting(which), ...freed(which), ...raised(which)],
  disqualified: (which, _, changed) => [
    ...waiting(which),
    ...lifted("disqualified", which, changed),
  ],
  sign_in_needed: signedIn,
  not_eligible: joined,
  new_only: (which, _, changed) => opened("new", which, changed),
  returning_only: (which, _, changed) => [
    ...changed(
      { kind: "first_order" },
      { ...which, orders: 1, standing: { ...which.standing, isReturning: true } },
    ),
    ...opened("returning", which, changed),
  ],
};

/** Windows end and exceptions do: from one end to the next, until it goes through. */
function waiting(which: ShopperCase<OrderUse>): Remedy[] {
  let { localDate } = which;
  for (let tries = 0; tries < 50; tries++) {
    // When it ends is said of a customer only; what counts is the same for a guest.
    const verdict = judgeCase({ ...which, localDate, state: "signed_in", isWritten: true });
    const until = verdict.outcome === "reject" ? verdict.until : undefined;
    const day = until === undefined ? null : dayNumber(codeDate(until));
    if (day === null) return [];
    localDate = dayText(day + 1);
    const later = judgeCase({ ...which, localDate });
    if (later.outcome === "accept") return [{ kind: "wait", from: localDate, then: [] }];
  }
  return [];
}

/** The fewest orders whose uses would have to be freed, the latest first where not any of them would do. */
function freed(which: ShopperCase<OrderUse>): Remedy[] {
  const counted = which.terms.limits.flatMap((limit) => countedBy(which, limit));
  const orders = [...new Map(counted.map((use) => [use.orderId, use.orderName]))].map(
    ([id, name]) => ({ id, name }),
  );
  const goesWithout = (ids: readonly string[]) => {
    const uses = which.uses.filter(({ orderId }) => !ids.includes(orderId));
    return judgeCase({ ...which, uses }).outcome === "accept";
  };
  const single = orders.filter(({ id }) => goesWithout([id]));
  if (single.length > 0) return [{ kind: "free_uses", count: 1, orders: single, then: [] }];
  for (let count = 2; count <= orders.length; count++) {
    const some = orders.slice(-count);
    if (goesWithout(some.map(({ id }) => id)))
      return [{ kind: "free_uses", count, orders: some, then: [] }];
  }
  return [];
}

function raised(which: ShopperCase<OrderUse>): Remedy[] {
  const { limits: all, id } = which.terms;
  const wanted = all.map((limit): GuardLimit => {
    const counted = countedBy(which, limit);
    const used = countOf(limit, counted);
    if (used < limit.perCustomer) return limit;
    if (spendCapOf(limit) !== null) return spendLimit(id, spentOn(counted) + 1);
    return { ...limit, perCustomer: used + 1 };
  });
  const limits = all.flatMap((limit, at) => {
    const to = wanted[at] ?? limit;
    return to === limit ? [] : [{ limit, to }];
  });
  const higher = { ...which, terms: { ...which.terms, limits: wanted } };
  return limits.length > 0 && judgeCase(higher).outcome === "accept"
    ? [{ kind: "raise_limit", limits, then: [] }]
    : [];
}

function lifted(
  from: Extract<Remedy, { kind: "lift" }>["from"],
  which: ShopperCase<OrderUse>,
  changed: Changed,
): Remedy[] {
  const { standing, terms } = which;
  const scopes = ["*", terms.id, ...terms.groups];
  const holding = standing[from].filter(({ scope }) => scopes.includes(scope));
  const rest = standing[from].filter((each) => !holding.includes(each));
  if (holding.length === 0) return [];
  return changed(
    { kind: "lift", from, scopes: holding.map(({ scope }) => scope) },
    { ...which, standing: { ...standing, [from]: rest } },
  );
}

function signedIn(which: ShopperCase<OrderUse>, hasAccount: boolean, changed: Changed): Remedy[] {
  const to = { ...which, state: "signed_in" as const };
  // Whoever makes an account is known by their e-mail, and by their orders.
  const anew = { ...to, isWritten: true, orders: 0 };
  const isStranger = which.state === "guest" || which.state === "anonymous";
  return [
    ...changed({ kind: "sign_in", hasAccount }, hasAccount ? to : anew),
    ...lifted("signIn", which, changed),
    ...(campaignAsksSignIn(which)
      ? opened(
          isStranger && which.terms.guest === "sign_in" ? "guests" : "signed_in",
          which,
          changed,
        )
      : []),
  ];
}

function opened(
  what: Extract<Remedy, { kind: "open" }>["what"],
  which: ShopperCase<OrderUse>,
  changed: Changed,
): Remedy[] {
  const { terms } = which;
  const { eligibility: who } = terms;
  const open = {
    guests: { ...terms, guest: "match" as const },
    signed_in: { ...terms, eligibility: { ...EVERYONE, none: who.none } },
    new: { ...terms, eligibility: { ...who, customers: "everyone" as const } },
    returning: { ...terms, eligibility: { ...who, customers: "everyone" as const } },
  };
  return changed({ kind: "open", what }, { ...which, terms: open[what] });
}

function joined(which: ShopperCase<OrderUse>, _: boolean, changed: Changed): Remedy[] {
  const { standing, terms } = which;
  const { all, any, none } = terms.eligibility;
  const has = (membership: string) => standing.memberships.includes(membership);
  const leaving = none.filter(has);
  const missing = all.filter((each) => !has(each));
  const oneOf = any.length > 0 && !any.some(has) ? [...any] : [];
  const stays = standing.memberships.filter((each) => !leaving.includes(each));
  const left = { ...which, standing: { ...standing, memberships: stays } };
  const isJoining = missing.length + oneOf.length > 0;
  if (leaving.length > 0) return changed({ kind: "leave", memberships: leaving }, left);
  const memberships = [...standing.memberships, ...missing, ...oneOf.slice(0, 1)];
  return isJoining
    ? changed(
        { kind: "join", all: missing, any: oneOf },
        { ...which, isWritten: true, standing: { ...standing, memberships } },
      )
    : [];
}

function allowed(which: ShopperCase<OrderUse>): Remedy[] {
  const { standing, terms } = which;
  const exception = [...standing.allowed, { scope: terms.id, until: null }];
  const to = { ...which, isWritten: true, standing: { ...standing, allowed: exception } };
  return judgeCase(to).outcome === "accept" ? [{ kind: "allow", then: [] }] : [];
}
