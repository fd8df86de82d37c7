import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { until } from "#test/demo/http.ts";
import type { RaceShop } from "./open-race-shop.ts";

const NAME = "SUMMER26_10OFF";

/** A campaign of one public code, so many uses a month for each customer; Shopify and the checkout have it. */
export async function makeLimitedCampaign(
  shop: RaceShop,
  perMonth: number,
): Promise<{ id: string; name: string }> {
  const { prisma } = shop.deps.database;
  const shopId = shop.shop.id;
  const convention = await prisma.convention.findFirstOrThrow({ where: { shopId } });
  const made = await createCampaign(
    shop.deps,
    { kind: "staff", shopId, id: "1", name: "Bench", role: "admin" },
    {
      ...emptyCampaignForm("2026-01-01T00:00"),
      conventionId: convention.id,
      name: NAME,
      perCustomer: String(perMonth),
      limitWindow: "month",
    },
  );
  if (!made.ok) throw new Error(`The campaign was refused: ${JSON.stringify(made.refusal)}`);
  const { id } = made.value;
  const where = { shopId_id: { shopId, id } };
  const read = () => prisma.campaign.findUniqueOrThrow({ where });
  await until("the campaign to be synced", read, ({ syncState }) => syncState === "synced");
  await shop.holds(NAME);
  return { id, name: NAME };
}

/** Ids of the orders with a flag for this campaign that nobody has withdrawn. */
export async function ordersFlagged(shop: RaceShop, campaignId: string): Promise<Set<string>> {
  const flags = await shop.deps.database.prisma.flag.findMany({
    where: { shopId: shop.shop.id, campaignId, kind: "overshoot", state: "open" },
    select: { orderId: true },
  });
  return new Set(flags.map(({ orderId }) => String(orderId)));
}
