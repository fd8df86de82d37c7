import { groupIdOf, limitOn } from "#app/domain/campaign/limit.ts";
import { issuedMembership, type Eligibility, type RuleTerms } from "#app/domain/policy/rule.ts";
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
    eligibility: askedOf(campaign),
    guest: guestPolicyOf(campaign),
    hasTexts: false,
  };
}

/** What the guard asks of a customer: what the campaign asks for, and that it was issued to them where it must have been. */
function askedOf(campaign: Campaign): Eligibility {
  const who = eligibilityOf(campaign);
  return campaign.issuedOnly
    ? { ...who, all: [issuedMembership(ruleIdOf(campaign)), ...who.all] }
    : who;
}
