import { codeDate, dayCode } from "../policy/day-code.ts";
import { judge } from "../policy/evaluate.ts";
import { countsTowards, foldUses, type LedgerUse } from "../policy/fold-uses.ts";
import { countOf, type GuardLimit } from "../policy/limit.ts";
import type { Buyer, GuestBook } from "../policy/question.ts";
import { counterOf, isIssuance, scopeOf, type RuleTerms } from "../policy/rule.ts";
import { openRules } from "../policy/rules-reader.ts";
import { encodeRules } from "../policy/rules-wire.ts";
import { encodeStanding } from "../policy/standing-wire.ts";
import type { Scoped, Standing } from "../policy/standing.ts";
import type { Verdict } from "../policy/verdict.ts";
import { firstDateOf, periodName, windowText } from "../policy/window-days.ts";

/**
 * One code and one shopper, with all that the verdict on them rests on, so that it can be asked what would be if some of it
 * were otherwise. `terms` are the rule's; `uses` all of the person's that its limits may count;
 * `standing.uses` is not looked at. `isWritten`: checkout has something of the customer at all.
 */
export type ShopperCase<Use extends LedgerUse = LedgerUse> = {
  key: string;
  terms: RuleTerms;
  state: Buyer["state"];
  orders: number | null;
  localDate: string;
  uses: readonly Use[];
  standing: Omit<Standing, "uses">;
  isWritten: boolean;
};

/** What `judge` says of it, through the same wire as at checkout. */
export function judgeCase(which: ShopperCase): Verdict {
  const { key, terms, state, orders, localDate, uses, standing } = which;
  const rules = encodeRules([{ ...terms, match: { kind: "code", key } }]);
  const folded = foldUses(uses, [terms], localDate);
  const written = encodeStanding({ ...standing, uses: folded });
  const [verdict] = judge({
    rules: rules.ok ? openRules(rules.shards).rules : null,
    standing: which.isWritten ? (written.ok ? written.text : null) : "",
    guests: state === "guest" ? bookOf(which) : null,
    state,
    orders,
    codes: [{ code: key, rejectable: true }],
    today: dayCode(localDate),
  });
  return verdict ?? { code: key, rule: null, outcome: "accept" };
}

/** Whether whoever uses the campaign's codes would have to sign in here, and not only this shopper. */
export function campaignAsksSignIn(which: ShopperCase): boolean {
  const verdict = judgeCase({ ...which, standing: { ...which.standing, signIn: [] } });
  return verdict.outcome === "reject" && verdict.reason === "sign_in_needed";
}

/** "none": the campaign had to be issued to the shopper and was not; "unwritten": it was, but checkout has nothing of them. */
export type IssuanceGap = "none" | "unwritten";

/** What of an issuance is in the way of a customer; null when nothing is. */
export function issuanceGap({
  terms,
  standing,
  isWritten,
}: Pick<ShopperCase, "terms" | "standing" | "isWritten">): IssuanceGap | null {
  const asked = terms.eligibility.all.filter(isIssuance);
  if (asked.length === 0) return null;
  if (!asked.every((each) => standing.memberships.includes(each))) return "none";
  return isWritten ? null : "unwritten";
}

/** What checkout knows of a guest, without the digests it is written in. */
export function bookOf(which: ShopperCase): GuestBook {
  const { key, terms, standing } = which;
  const holds = ({ until }: Scoped) => until === null || until >= which.localDate;
  const allowed = standing.allowed.filter(holds);
  const isAllowed = (scope: string) =>
    allowed.some((each) => each.scope === "*" || each.scope === scopeOf(scope));
  return {
    reached: (counter, period, today) =>
      !isAllowed(counter) &&
      terms.limits.some(
        (limit) =>
          periodName(windowText(limit.window), today) === period &&
          counterOf(limit, terms.id, key) === counter &&
          countOf(limit, countedBy({ ...which, localDate: codeDate(today) }, limit)) >=
            limit.perCustomer,
      ),
    held: (scope) => {
      const isIn = (list: readonly Scoped[]) =>
        !isAllowed(scope) && list.some((each) => each.scope === scope && holds(each));
      return isIn(standing.disqualified) ? 2 : isIn(standing.signIn) ? 3 : 1;
    },
  };
}

/** The uses that a limit counts on the case's day, oldest first. */
export function countedBy<Use extends LedgerUse>(
  { key, terms, uses, localDate }: ShopperCase<Use>,
  limit: GuardLimit,
): Use[] {
  const first = firstDateOf(limit.window, localDate);
  if (first === null) return [];
  return uses
    .filter((use) => countsTowards(use, limit, terms.id))
    .filter((use) => limit.counter !== "code" || use.codeKey === key)
    .filter(({ day }) => day >= first)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
