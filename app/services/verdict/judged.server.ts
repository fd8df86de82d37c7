import { codeKey } from "#app/domain/code/code-key.ts";
import { dayCode } from "#app/domain/policy/day-code.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { messageOf } from "#app/domain/policy/message.ts";
import { openRules, ruleOf, type OpenRules } from "#app/domain/policy/rules-reader.ts";
import { EMPTY_STANDING, type Standing } from "#app/domain/policy/standing.ts";
import { termsFrom } from "#app/domain/policy/terms-text.ts";
import type { Verdict } from "#app/domain/policy/verdict.ts";
import { escapeText } from "#app/domain/policy/wire-text.ts";
import type { Asked } from "#app/domain/verdict/asked.ts";
import { bookOf, type ShopperCase } from "#app/domain/verdict/shopper-case.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";
import { composeGuard } from "../guard/compose-guard.server.ts";
import { ledgerUses, type OrderUse } from "../guard/ledger-uses.server.ts";
import { putTogether } from "../person/put-together.server.ts";
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
  const written = memberships === null ? "" : standingText(standing);
  const book = shopper.isTyped || !which ? openGuests(guests, buyer) : bookOf(which);
  const [verdict] = judge({
    rules,
    standing: written,
    guests: buyer.state === "guest" ? book : null,
    state: buyer.state,
    orders: buyer.orders,
    codes: [{ code, rejectable: true }],
    today: dayCode(today),
  });
  if (!verdict || verdict.outcome === "accept" || !rules)
    return {
      verdict: verdict ?? { code, rule: null, outcome: "accept" },
      sentence: null,
      today,
      which,
    };
  const tongue = language.toUpperCase().replace("-", "_");
  const sentence = messageOf(verdict, rules, tongue, buyer.state === "signed_in");
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
  const terms = rules && termsFrom(ruleOf(rules, escapeText(key) + ","));
  if (!terms) return null;
  const campaigns = await activeCampaigns(deps, shop.id, at);
  const together = await putTogether(deps.database.pool, shop.id, at);
  const whom = { shopId: shop.id, together, personIds: personId ? [personId] : [], at };
  const uses = await ledgerUses(deps, campaigns, whom);
  return {
    key,
    terms,
    state: buyer.state,
    orders: buyer.orders,
    localDate: today,
    uses: (personId && uses.get(personId)) || [],
    standing,
    isWritten: memberships !== null,
  };
}
