import { REFUSAL_KINDS } from "#app/domain/policy/sentence.ts";
import { SHIPPED } from "#app/domain/policy/shipped-texts.ts";
import type { ShopTexts } from "#app/domain/policy/text-blocks.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** The sentences of a shop: in the shipped languages and those it wrote some in. */
export async function shopTexts(
  deps: Deps,
  { id: shopId, locale }: Pick<Shop, "id" | "locale">,
): Promise<ShopTexts> {
  const rows = await deps.database.prisma.refusalText.findMany({
    where: { shopId },
    orderBy: [{ language: "asc" }, { campaignNumber: "asc" }, { kind: "asc" }],
  });
  const shopLanguage = locale.toLowerCase();
  const own = rows.flatMap(({ campaignNumber, language, kind: text, general, personal }) => {
    const kind = REFUSAL_KINDS.find((each) => each === text);
    const campaign = campaignNumber === 0 ? null : campaignNumber.toString(36);
    return kind ? [{ language, kind, campaign, sentence: { general, personal } }] : [];
  });
  const all = [...Object.keys(SHIPPED), ...own.map(({ language }) => language)];
  const languages = [...new Set(all)].filter((language) => language !== shopLanguage);
  return { shopLanguage, languages, own };
}
