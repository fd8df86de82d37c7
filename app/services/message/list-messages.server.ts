import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { usualSentence, type MessageSet } from "#app/domain/guard/messages.ts";
import { REFUSAL_KINDS } from "#app/domain/policy/sentence.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { shopTexts } from "./shop-texts.server.ts";

type Campaigns = { number: number; name: string }[];

export type Messages = MessageSet & {
  languages: string[];
  campaigns: Campaigns;
  /** The campaign they are for; 0: all. */
  campaignNumber: number;
};

/** What shoppers read in one language (the shop's own by default) when a code is refused, of all campaigns or of one. */
export async function listMessages(
  deps: Deps,
  actor: Actor,
  asked: { language: string | null; campaignNumber: number },
): Promise<Outcome<Messages>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const texts = await shopTexts(deps, await shopOf(deps, shopId));
  const languages = [texts.shopLanguage, ...texts.languages];
  const language = asked.language ?? texts.shopLanguage;
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: { shopId, wanted: { not: "ended" } },
    select: { number: true, name: true },
    orderBy: { name: "asc" },
  });
  const known = campaigns.some(({ number }) => number === asked.campaignNumber);
  const campaignNumber = known ? asked.campaignNumber : 0;
  const rule = campaignNumber === 0 ? null : campaignNumber.toString(36);
  const messages = REFUSAL_KINDS.map((kind) => {
    const ownOf = (campaign: string | null) =>
      texts.own.find(
        (text) => text.kind === kind && text.language === language && text.campaign === campaign,
      )?.sentence ?? null;
    const shipped = usualSentence(kind, language);
    return { kind, own: ownOf(rule), usual: rule === null ? shipped : (ownOf(null) ?? shipped) };
  });
  return done({ language, languages, campaigns, campaignNumber, messages });
}
