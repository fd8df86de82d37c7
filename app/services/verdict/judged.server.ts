import { codeKey } from "#app/domain/code/code-key.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { messageOf, textsIn } from "#app/domain/policy/message.ts";
import type { RuleTerms } from "#app/domain/policy/rule.ts";
import { openRules, ruleOf, type OpenRules } from "#app/domain/policy/rules-reader.ts";
import { openStanding } from "#app/domain/policy/standing-reader.ts";
import { EMPTY_STANDING, type Standing } from "#app/domain/policy/standing.ts";
import type { Verdict } from "#app/domain/policy/verdict.ts";
import { escapeText, unescapeText } from "#app/domain/policy/wire-text.ts";
import type { Asked } from "#app/domain/verdict/asked.ts";
import { bookOf, type ShopperCase } from "#app/domain/verdict/shopper-case.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";
import { composeGuard } from "../guard/compose-guard.server.ts";
import { ledgerUses, type OrderUse } from "../guard/ledger-uses.server.ts";
import { composeStandings } from "../standing/compose-standings.server.ts";
import { standingText } from "../standing/write-standings.server.ts";
import type { Shopper } from "./find-shopper.server.ts";

/** The verdict with what the shopper reads, and all it rests on; `which` is null for a code that is not ours. */
export type Judged = {
  verdict: Verdict;
  sentence: string | null;
  today: string;
  which: ShopperCase<OrderUse> | null;
};

/**
 * Writes what checkout would be told of this shopper now, or would have been then, reads it as the function does and has
 * it judged. There is no second judgement: what is shown is what the function says.
 */
export async function judged(
  deps: Deps,
  shop: Shop,
  { code, at, language }: Pick<Asked, "code" | "at" | "language">,
  shopper: Shopper,
): Promise<Judged> {
  const { buyer, personId, memberships } = shopper;
  const personIds = personId === null ? [] : [personId];
  const { rules: shards, guests, today } = await composeGuard(deps, shop, { personIds, at });
  const { rules } = openRules(shards);
  const row = { customerId: "", personId, memberships: memberships ?? [] };
  const standing = (await composeStandings(deps, shop, [row], at)).get("") ?? EMPTY_STANDING;
  const which = await caseOf(deps, shop, { code, at, rules, standing, today, shopper });
  const opened = memberships === null ? null : openStanding(standingText(standing));
  const book = shopper.isTyped || !which ? openGuests(guests, buyer) : bookOf(which);
  const [verdict] = judge({
    rules,
    standing: typeof opened === "string" ? null : opened,
    guests: buyer.state === "guest" ? book : null,
    buyer,
    codes: [{ code, rejectable: true }],
    localDate: today,
  });
  if (!verdict || verdict.outcome === "accept" || !rules)
    return {
      verdict: verdict ?? { code, rule: null, outcome: "accept" },
      sentence: null,
      today,
      which,
    };
  const texts = textsIn(rules, language.toUpperCase().replace("-", "_"));
  const sentence = messageOf(verdict, texts, buyer.state === "signed_in");
  return { verdict, sentence, today, which };
}

type Found = Pick<Asked, "code" | "at"> & {
  rules: OpenRules | null;
  standing: Standing;
  today: string;
  shopper: Shopper;
};

async function caseOf(
  deps: Deps,
  shop: Shop,
  { code, at, rules, standing, today, shopper }: Found,
): Promise<ShopperCase<OrderUse> | null> {
  const { buyer, personId, memberships } = shopper;
  const key = codeKey(code);
  const terms = rules && ruleOf(rules, escapeText(key) + ",");
  if (!terms) return null;
  const campaigns = await activeCampaigns(deps, shop.id, at);
  const uses = personId && (await ledgerUses(deps, shop.id, campaigns, [personId], at));
  return {
    key,
    terms: readable(terms),
    state: buyer.state,
    orders: buyer.orders,
    localDate: today,
    uses: (personId && uses && uses.get(personId)) || [],
    standing,
    isWritten: memberships !== null,
  };
}

/** The reader leaves memberships as they are written. */
function readable(terms: RuleTerms): RuleTerms {
  const { all, any, none, ...rest } = terms.eligibility;
  const names = (list: readonly string[]) => list.map(unescapeText);
  return {
    ...terms,
    eligibility: { ...rest, all: names(all), any: names(any), none: names(none) },
  };
}
