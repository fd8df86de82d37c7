import { EVERYONE, type RuleTerms } from "#app/domain/policy/rule.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { guestRuleOf, limitOf, ruleIdOf } from "../campaign/campaign-row.server.ts";

/** What the guard holds for a campaign's codes, whichever of them is typed. */
export function ruleTermsOf(campaign: Campaign): RuleTerms {
  const limit = limitOf(campaign);
  return {
    id: ruleIdOf(campaign),
    groups: [],
    limits: limit ? [{ ...limit, counter: "campaign" }] : [],
    eligibility: { ...EVERYONE, any: campaign.segmentId ? [campaign.segmentId] : [] },
    guest: guestRuleOf(campaign),
    hasTexts: false,
  };
}
