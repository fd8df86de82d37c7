import type { NamedCampaign, RenameStep, RenameSummary } from "./rename-plan.ts";

export function summarize(
  planned: readonly { campaign: NamedCampaign; step: RenameStep }[],
): RenameSummary {
  const summary: RenameSummary = {
    ...{ fits: 0, rename: 0, missing: 0, taken: 0, ended: 0 },
    ...{ newPublicCodes: 0, keptCodes: 0 },
  };
  for (const { campaign, step } of planned) {
    summary[step.kind]++;
    if (step.kind !== "rename") continue;
    if (campaign.kind === "public") summary.newPublicCodes++;
    summary.keptCodes += campaign.codes;
  }
  return summary;
}
