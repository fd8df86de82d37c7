import { memberWords } from "#app/domain/verdict/words.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { eligibilityOf } from "../campaign/campaign-row.server.ts";
import { activeCampaigns } from "../guard/active-campaigns.server.ts";
import { membershipsIn } from "../segment/ask-memberships.server.ts";

/** Whom can be counted over: everyone, or the members of a segment or a tag that some campaign asks for. */
export type Population = { value: string; label: string };

export const EVERYBODY = "all";

/** Only what campaigns ask for is learnt from Shopify, so only that can be offered. */
export async function populationsOf(deps: Deps, shopId: number): Promise<Population[]> {
  const campaigns = await activeCampaigns(deps, shopId);
  const rows = await deps.database.prisma.segment.findMany({ where: { shopId } });
  const segments = Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  const asked = new Set(campaigns.flatMap((each) => membershipsIn(eligibilityOf(each))));
  const some = [...asked].map((value) => ({ value, label: memberWords(value, { segments }) }));
  return [
    { value: EVERYBODY, label: "All customers we know" },
    ...some.sort((a, b) => (a.label < b.label ? -1 : 1)),
  ];
}
