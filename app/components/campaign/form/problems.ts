import { CAMPAIGN_FIELDS, type CampaignField } from "#app/domain/campaign/form.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";

export type SortedProblems = {
  /** The first problem of each field: one thing to mend at a time. */
  byField: ReadonlyMap<CampaignField, string>;
  /** What belongs to no field, or to one this form does not have; it must not be swallowed. */
  general: readonly string[];
};

function isCampaignField(field: string): field is CampaignField {
  return (CAMPAIGN_FIELDS as readonly string[]).includes(field);
}

export function sortProblems(problems: readonly Problem[]): SortedProblems {
  const byField = new Map<CampaignField, string>();
  const general: string[] = [];
  for (const { field, message } of problems) {
    if (!isCampaignField(field)) general.push(message);
    else if (!byField.has(field)) byField.set(field, message);
  }
  return { byField, general };
}
