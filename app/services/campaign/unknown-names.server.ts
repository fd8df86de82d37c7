import { LIMIT_ROWS } from "#app/domain/campaign/form.ts";
import { groupOf } from "#app/domain/campaign/limit.ts";
import type { CampaignTerms } from "#app/domain/campaign/terms.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** Where a campaign counts by a season or a group that is not there: deleted meanwhile, say. */
export async function unknownNames(
  prisma: Deps["database"]["prisma"],
  shopId: number,
  { limits, groups }: Pick<CampaignTerms, "limits" | "groups">,
): Promise<Problem[]> {
  const keys = limits.flatMap(({ window }) =>
    typeof window === "object" && window.kind === "season" ? [window.season] : [],
  );
  const seasons = await prisma.season.findMany({ where: { shopId, key: { in: keys } } });
  const known = await prisma.campaignGroup.findMany({
    where: { shopId, number: { in: [...groups] } },
  });
  const hasGroup = (number: number) => known.some((group) => group.number === number);
  const problems: Problem[] = [];
  limits.forEach((limit, index) => {
    const row = LIMIT_ROWS[index] ?? LIMIT_ROWS[0];
    const { window } = limit;
    const isSeason = typeof window === "object" && window.kind === "season";
    if (isSeason && !seasons.some(({ key }) => key === window.season))
      problems.push({
        field: row[1],
        message: "This season is not there any more. Choose another.",
      });
    const group = groupOf(limit);
    if (group !== null && !hasGroup(group))
      problems.push({
        field: row[5],
        message: "This group is not there any more. Choose another.",
      });
  });
  if (!groups.every(hasGroup) && problems.length === 0)
    problems.push({ field: "groups", message: "Choose groups from the list." });
  return problems;
}
