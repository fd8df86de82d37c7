import { describeDimensions } from "../describe-dimensions.ts";
import type { stemOf } from "../stem.ts";
import type { NamedCampaign } from "./rename-plan.ts";

/** How codes are made of names by the campaign's version of its convention, and by the new one. */
export type Stems = Record<"before" | "after", ReturnType<typeof stemOf>>;

/** What a new name takes, a sentence each: in Shopify, on codes already given out, and in the name. */
export function renameNeeds(
  campaign: NamedCampaign,
  stems: Stems,
  to: string,
  lost: readonly string[],
): string[] {
  const { name, codes, kind } = campaign;
  const said = describeDimensions(campaign.convention, campaign.dimensions);
  const unsaid = said
    .filter(({ field }) => lost.includes(field))
    .map(({ label, value }) => `The new name no longer says “${label}: ${value}”.`);
  switch (kind) {
    case "public":
      return [
        `A new public code ${to} is made in Shopify; ${name} keeps working beside it until the campaign ends.`,
        `Links, e-mails and prints carry ${name}. Change those you can; the others still count for this campaign.`,
        ...unsaid,
      ];
    case "unique":
      return codes === 0 ? unsaid : [keptCodes(campaign, stems, to), ...unsaid];
    case "list":
      return codes === 0 ? unsaid : [keptList(codes), ...unsaid];
  }
}

function keptCodes({ name, codes }: NamedCampaign, { before, after }: Stems, to: string): string {
  const old = `${name}${before.separator}`;
  const fresh = `${to}${after.separator}`;
  const kept =
    codes === 1
      ? `1 unique code keeps its old beginning “${old}” and goes on working.`
      : `${codes} unique codes keep their old beginning “${old}” and go on working.`;
  return `${kept} Codes made from now on begin with “${fresh}”.`;
}

function keptList(codes: number): string {
  const stay = codes === 1 ? "The code of your list stays" : `The ${codes} codes of your list stay`;
  return `${stay} the same. Only the campaign’s name changes.`;
}
