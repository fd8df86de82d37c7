import { groupIdOf, limitOn } from "#app/domain/campaign/limit.ts";
import type { RuleTerms } from "#app/domain/policy/rule.ts";
import type { Season } from "#app/domain/policy/season.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import {
  countedLimitsOf,
  eligibilityOf,
  guestPolicyOf,
  ruleIdOf,
} from "../campaign/campaign-row.server.ts";

/** What the rules of a shop depend on besides its campaigns. `today`: the shop's local date. */
export type RuleSetting = { seasons: readonly Season[]; today: string };

/** What the guard holds for a campaign's codes, whichever of them is typed. */
export function ruleTermsOf(campaign: Campaign, { seasons, today }: RuleSetting): RuleTerms {
  const limits = countedLimitsOf(campaign).map((limit) => limitOn(limit, seasons, today));
  return {
    id: ruleIdOf(campaign),
    groups: campaign.groups.map(groupIdOf),
    limits: limits.filter((limit) => limit !== null),
    eligibility: eligibilityOf(campaign),
    guest: guestPolicyOf(campaign),
    hasTexts: false,
  };
}
