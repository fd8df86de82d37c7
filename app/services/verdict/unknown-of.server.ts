import type { Asked } from "#app/domain/verdict/asked.ts";
import { isIssuance } from "#app/domain/policy/rule.ts";
import type { ShopperCase } from "#app/domain/verdict/shopper-case.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Shopper } from "./find-shopper.server.ts";

/** What a verdict leaves open, in sentences: what checkout itself cannot know, and what of the past is not kept. */
export async function unknownOf(
  deps: Deps,
  campaign: Campaign,
  { at }: Asked,
  shopper: Shopper,
  { terms, state }: ShopperCase,
): Promise<string[]> {
  const { all, any, none, customers } = terms.eligibility;
  const isCustomer = state === "known" || state === "signed_in";
  const asksIssuance = all.some(isIssuance);
  const asksMembership = all.length - (asksIssuance ? 1 : 0) + any.length + none.length > 0;
  const asksOrders = customers !== "everyone";
  return [
    ...shopper.unknown,
    ...(isCustomer && shopper.memberships === null && !at
      ? [
          asksIssuance
            ? "Checkout has been told nothing of this customer yet, so it takes the campaign not to be issued to them; nothing else that only a standing can tell refuses them."
            : "Checkout has been told nothing of this customer yet, so what only a standing can tell refuses them nothing.",
        ]
      : []),
    ...(shopper.isStale && !at
      ? [
          "Their latest change is on its way to checkout; until it is written, the one before holds there.",
        ]
      : []),
    ...(!shopper.isTyped && state === "guest"
      ? [
          "Of the guest of an order we keep no address; they are judged as with the one they ordered with.",
        ]
      : []),
    ...(at && asksMembership
      ? ["Who was in which segment or had which tag then is not kept: judged by those of now."]
      : []),
    ...(at && asksOrders && isCustomer
      ? ["How many orders Shopify counted then is not kept: judged by the orders we know of."]
      : []),
    ...(at ? await changedSince(deps, campaign, at) : []),
    ...(at
      ? []
      : [
          "What the offer itself asks of a cart (minimum, items, combinations) is Shopify’s to judge.",
        ]),
  ];
}

const TERMS = [
  "campaign.changed",
  "campaign.extended",
  "campaign.adopted",
  "campaign.drift_decided",
];

async function changedSince(deps: Deps, { shopId, id }: Campaign, at: Date): Promise<string[]> {
  const count = await deps.database.prisma.auditEvent.count({
    where: {
      ...{ shopId, subjectKind: "campaign", subjectId: id },
      ...{ action: { in: TERMS }, at: { gt: at } },
    },
  });
  const changed =
    count === 0
      ? []
      : [
          `The campaign was changed ${count === 1 ? "once" : `${count} times`} since then: judged by its terms of now. Its activity says what changed.`,
        ];
  return [
    ...changed,
    "Whether the campaign or the code was paused then, and how far checkout was behind, is not kept.",
  ];
}
