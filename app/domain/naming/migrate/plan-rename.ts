import { codeKey } from "#app/domain/code/code-key.ts";
import type { Convention } from "../convention.ts";
import { formatName } from "../format.ts";
import { stemOf } from "../stem.ts";
import { relabel } from "./relabel.ts";
import { renameNeeds, type Stems } from "./rename-needs.ts";
import { missingFields } from "./missing-fields.ts";
import type { NamedCampaign, RenamePlan, RenameStep } from "./rename-plan.ts";
import { summarize } from "./summarize.ts";
import { translateDimensions } from "./translate-dimensions.ts";

/**
 * What a new version of a convention means for the campaigns named by earlier ones, in the order
 * given. `taken` holds the names of the shop, each with the id of its campaign. Where two want one
 * name, the more used gets it, then the smaller id: so the order given does not matter. Nothing is
 * changed by planning.
 */
export function planRename(
  campaigns: readonly NamedCampaign[],
  convention: Convention,
  taken: ReadonlyMap<string, string>,
): RenamePlan {
  const owners = new Map([...taken].map(([name, id]) => [codeKey(name), id] as const));
  // Old codes keep working, so no campaign ever takes the old name of another.
  for (const { id, name } of campaigns) owners.set(codeKey(name), id);
  const after = stemOf(convention);
  const stems = new Map(
    [...new Set(campaigns.map((each) => each.convention))].map((each) => [each, stemOf(each)]),
  );
  const steps = new Map<NamedCampaign, RenameStep>();
  for (const campaign of [...campaigns].sort(byUse)) {
    const before = stems.get(campaign.convention) ?? stemOf(campaign.convention);
    const step = stepFor(campaign, { before, after }, owners);
    if (step.kind === "rename") owners.set(step.to, campaign.id);
    steps.set(campaign, step);
  }
  const inOrder = campaigns.flatMap((campaign) => {
    const step = steps.get(campaign);
    return step ? [{ campaign, step }] : [];
  });
  return {
    steps: inOrder.map(({ campaign, step }) => ({ id: campaign.id, step })),
    summary: summarize(inOrder),
  };
}

const byUse = (a: NamedCampaign, b: NamedCampaign): number =>
  b.uses - a.uses || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function stepFor(
  campaign: NamedCampaign,
  stems: Stems,
  owners: ReadonlyMap<string, string>,
): RenameStep {
  if (!campaign.live) return { kind: "ended" };
  const name = codeKey(campaign.name);
  const before = stems.before.convention;
  const after = stems.after.convention;
  const translated = translateDimensions(before.fields, campaign.dimensions, after);
  const { dimensions, unfit, lost } = translated;
  const made = formatName(after, dimensions);
  if (made.ok && made.name === name) return { kind: "fits", dimensions };
  const relabelled = relabel(name, before, after);
  if (relabelled) return { kind: "fits", dimensions: relabelled };
  if (!made.ok || unfit.length > 0) {
    const errors = made.ok ? [] : made.errors;
    return { kind: "missing", fields: missingFields(campaign, after, { unfit, errors }) };
  }
  const to = made.name;
  const by = owners.get(to);
  if (by !== undefined && by !== campaign.id) return { kind: "taken", to, by };
  return { kind: "rename", to, dimensions, needs: renameNeeds(campaign, stems, to, lost) };
}
