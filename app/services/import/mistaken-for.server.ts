import { matches } from "#app/domain/policy/rule.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { uniqueMatchOf } from "../campaign/campaign-row.server.ts";

/** The campaign whose unique codes a text could be taken for; the guard would judge it as one of those. */
export async function mistakenFor(
  deps: Deps,
  shopId: number,
): Promise<(key: string) => string | null> {
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: { shopId, codePrefix: { not: null } },
    select: { name: true, codePrefix: true, codeLength: true, codeAlphabet: true },
  });
  const known = campaigns.flatMap((row) => {
    const match = uniqueMatchOf(row);
    return match ? [{ name: row.name, match }] : [];
  });
  const byLength = Map.groupBy(known, ({ match }) => match.prefix.length + match.length);
  return (key) => byLength.get(key.length)?.find(({ match }) => matches(match, key))?.name ?? null;
}
