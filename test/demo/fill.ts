import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { AdminClient } from "./admin-client.ts";
import { askJson, until } from "./http.ts";
import { ShopperClient } from "./shopper-client.ts";

type Where = { standinUrl: string; appUrl: string; handle: string; seed: number };
type Form = Record<string, string>;

const DAY_MS = 86_400_000;

/** Shop-local enough for a demo: the exact minute does not matter. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 16);
}

function campaigns(
  conventionId: string,
  vipSegmentId: string,
): { form: Form; share: number; most?: number }[] {
  const base: Form = {
    conventionId,
    endsAt: "",
    totalCap: "",
    perCustomer: "1",
    limitWindow: "lifetime",
    audience: "all",
    segmentIds: "",
    guestPolicy: "match",
    codeKind: "public",
    codeCount: "1",
    freesOnCancel: "on",
    freesOnFullRefund: "on",
    freesOnExpiry: "on",
  };
  return [
    {
      form: {
        ...base,
        name: "SUMMER26_FREESHIP",
        offerKind: "free_shipping",
        startsAt: daysFromNow(-89),
        totalCap: "400",
      },
      share: 0.16,
      most: 1,
    },
    {
      form: {
        ...base,
        name: "AUTUMN26_15OFF",
        offerKind: "percentage",
        percentage: "15",
        startsAt: daysFromNow(-60),
        endsAt: daysFromNow(5),
        totalCap: "150",
        limitWindow: "month",
      },
      share: 0.1,
      most: 2,
    },
    {
      form: {
        ...base,
        name: "WINTER26_20OFF_EMAIL",
        offerKind: "percentage",
        percentage: "20",
        startsAt: daysFromNow(-21),
        codeKind: "unique",
        codeCount: "120",
      },
      share: 0,
    },
    {
      form: {
        ...base,
        name: "WINTER26_DISCOUNT_SMS",
        offerKind: "fixed_amount",
        amount: "10.00",
        startsAt: daysFromNow(-30),
        audience: "segment",
        segmentIds: vipSegmentId,
        perCustomer: "2",
      },
      share: 0,
    },
    {
      form: {
        ...base,
        name: "AUTUMN26_20OFF_EMAIL",
        offerKind: "percentage",
        percentage: "20",
        startsAt: daysFromNow(-45),
        isPrivate: "on",
      },
      share: 0.02,
      most: 1,
    },
    {
      form: {
        ...base,
        name: "XMAS26_25OFF",
        offerKind: "percentage",
        percentage: "25",
        startsAt: daysFromNow(9),
        endsAt: daysFromNow(33),
      },
      share: 0,
    },
  ];
}

/** Fills a shop through the doors everyone uses: campaigns by the app's forms, 90 days of orders by Shopify's webhooks. */
export async function fillShop(
  where: Where,
  orders: number,
  say: (text: string) => void,
): Promise<void> {
  const { standinUrl, appUrl, handle, seed } = where;
  const admin = new AdminClient(standinUrl, appUrl, handle);
  const { initial, choices } = await admin.read<{
    initial: Form;
    choices: { segments: { id: string; name: string }[] };
  }>("/app/campaigns/new", "routes/app.campaigns.new");
  const vip = choices.segments.find(({ name }) => name.includes("VIP"))?.id ?? "";
  const planned = campaigns(initial.conventionId ?? "", vip);
  say(`${handle}: making ${planned.length} campaigns`);
  const ids: string[] = [];
  for (const { form } of planned) {
    const { location } = await admin.post("/app/campaigns/new", "routes/app.campaigns.new", form);
    ids.push(/campaigns\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "");
  }
  await untilSynced(admin, ids);

  say(`${handle}: 90 days of orders`);
  const codes = planned
    .filter(({ share }) => share > 0)
    .map(({ form, share, most }) => ({ code: form.name, share, mostPerCustomer: most }));
  const unique = await uniqueCodes(admin, ids[2] ?? "");
  // Their newsletter's code has got about.
  const leaked = {
    ...{ code: "AUTUMN26_20OFF_EMAIL", share: 0.25, mostPerCustomer: 1, sinceDays: 6 },
    referringSites: [
      "https://www.hotukdeals.com/deals/1",
      "https://www.couponfollow.com/site/shop",
    ],
  };
  const shared = unique.slice(0, 25).map((code) => ({ code, share: 0.004, mostPerCustomer: 1 }));
  await askJson(`${standinUrl}/control/${handle}/history`, {
    method: "POST",
    body: { days: 90, orders, seed, codes: [...codes, leaked, ...shared] },
  });
  await askJson(`${standinUrl}/control/idle`);
  await raceTwoCheckouts(where, "AUTUMN26_15OFF");
  await leaveCheckouts(where, "AUTUMN26_15OFF");
  await askJson(`${standinUrl}/control/idle`);
  // A freed use makes room in Shopify again: that is a sync of its own.
  await untilSynced(admin, ids);
}

async function untilSynced(admin: AdminClient, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await until(
      "a campaign to be synced",
      () => detail(admin, id),
      ({ sync }) => sync.state === "synced",
    );
}

async function detail(admin: AdminClient, id: string): Promise<CampaignDetail> {
  const page = await admin.read<{ campaign: CampaignDetail }>(
    `/app/campaigns/${id}?index`,
    "routes/app.campaigns.$id._index",
  );
  return page.campaign;
}

async function uniqueCodes(admin: AdminClient, campaignId: string): Promise<string[]> {
  const { page } = await admin.read<{ page: { rows: { code: string }[] } }>(
    `/app/codes?campaign=${campaignId}`,
    "routes/app.codes",
  );
  return page.rows.map(({ code }) => code);
}

/** One shopper, a phone and a laptop: both checkouts are open before either is paid, so both pass. Staff must look. */
async function raceTwoCheckouts({ standinUrl, handle }: Where, code: string): Promise<void> {
  const shopper = new ShopperClient(standinUrl, handle);
  const variant = await anyVariant(shopper);
  const buyer = { email: "two.devices@example.com" };
  const checkouts = await Promise.all([1, 2].map(() => shopper.checkout(buyer, variant.id, 1)));
  for (const { token } of checkouts) await shopper.enter(token, code);
  // Shopify tells of the first order only after the second is paid.
  await delayWebhooks(standinUrl, 5_000);
  for (const { token } of checkouts) await shopper.pay(token);
  await delayWebhooks(standinUrl, 0);
}

/** Three shoppers who enter the code, see what it takes off, and leave. */
async function leaveCheckouts({ standinUrl, handle }: Where, code: string): Promise<void> {
  const shopper = new ShopperClient(standinUrl, handle);
  const variant = await anyVariant(shopper);
  for (const name of ["mara", "noor", "olaf"]) {
    const { token } = await shopper.checkout({ email: `${name}@example.com` }, variant.id, 1);
    await shopper.enter(token, code);
  }
}

async function anyVariant(shopper: ShopperClient): Promise<{ id: string }> {
  const variant = (await shopper.products())[0]?.variants[0];
  if (!variant) throw new Error("The store sells nothing.");
  return variant;
}

function delayWebhooks(standinUrl: string, delayMs: number): Promise<unknown> {
  return askJson(`${standinUrl}/control/modes`, { method: "POST", body: { delayMs } });
}
