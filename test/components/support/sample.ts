import type { AuditEntry } from "#app/domain/audit/event.ts";
import type { CampaignDetail, CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import type { TermChoices } from "#app/components/campaign/form/binding.ts";
import type { Frame } from "#app/components/frame/shop-context.tsx";
import type { StaffSummary } from "#app/domain/access/staff.ts";

export const NOW = "2026-06-10T12:00:00.000Z";

export const sampleFrame: Frame = {
  shop: {
    name: "Alpenglow",
    domain: "alpenglow.myshopify.com",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    locale: "en",
  },
  actor: { kind: "staff", shopId: 1, id: "7", name: "Mara Keller", role: "admin" },
  now: NOW,
};

export const viewerFrame: Partial<Frame> = {
  actor: { kind: "staff", shopId: 1, id: "8", name: "Vik Rao", role: "viewer" },
};

/** `count` days up to and including 10 June 2026. */
export function days(count: number): string[] {
  const last = Date.parse("2026-06-10T00:00:00Z");
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

export const sampleCampaign: CampaignSummary = {
  id: "c1",
  name: "SUMMER26_FREESHIP",
  offer: { kind: "free_shipping", maximumPriceMinor: null, countries: null, currency: "EUR" },
  currency: "EUR",
  status: "active",
  sync: { state: "synced", error: null, syncedAt: "2026-06-10T10:00:00.000Z" },
  startsAt: "2026-06-01T07:00:00.000Z",
  endsAt: "2026-06-17T12:00:00.000Z",
  codes: { kind: "unique", count: 10_000 },
  uses: 3_214,
  totalCap: null,
  revenueMinor: 12_345_600,
  discountMinor: 1_578_050,
  openFlags: 2,
};

export const publicCampaign: CampaignSummary = {
  ...sampleCampaign,
  id: "c2",
  name: "SUMMER26_15OFF",
  offer: { kind: "percentage", basisPoints: 1_500 },
  codes: { kind: "public", count: 1 },
  uses: 412,
  totalCap: 1_000,
  endsAt: null,
  openFlags: 0,
};

export const sampleDetail: CampaignDetail = {
  ...sampleCampaign,
  householdLimit: null,
  wanted: "on",
  dimensions: [
    { field: "season", label: "Season", value: "Summer" },
    { field: "yy", label: "Two-digit year", value: "26" },
    { field: "offer", label: "Offer", value: "FREESHIP" },
  ],
  convention: { id: "n1", version: 2, name: "Seasonal offers", pattern: "{season}{yy}_{offer}" },
  limits: [{ perCustomer: 1, window: "lifetime", counter: "campaign" }],
  groups: [],
  guestPolicy: "match",
  eligibility: { all: [], any: ["99"], none: [], customers: "everyone", signedIn: false },
  terms: { seasons: {}, groups: {}, segments: { "99": "Newsletter readers" } },
  notHeld: [],
  customerIds: [],
  items: { kind: "all" },
  minimum: null,
  combines: { order: false, product: false, shipping: false },
  frees: { cancel: true, fullRefund: true, partialRefund: false, chargeback: false, expiry: false },
  unique: {
    prefix: "SUMMER26_FREESHIP-",
    length: 8,
    check: false,
    alphabet: "safe",
    guessesPerHit: 5_487_587,
  },
  usesPerCode: null,
  batches: [],
  publicCode: null,
  codeStates: { pending: 0, live: 9_997, failed: 3, paused: 0 },
  discountId: "gid://shopify/DiscountCodeNode/1",
  refundMinor: 50_000,
  budget: {
    spendCapMinor: null,
    customerCapMinor: null,
    totalCap: null,
    spentMinor: 1_528_050,
    uses: 3_214,
    reached: null,
  },
  issuedOnly: false,
  isPrivate: false,
  redemptions: 3_250,
  reversals: 36,
  usedShare: { used: 3_214, base: 10_000, of: "codes made" },
  daily: days(30).map((day, index) => ({
    day,
    uses: (index * 7) % 23,
    revenueMinor: ((index * 7) % 23) * 4_990,
    hasLines: (index * 7) % 23 > 0,
  })),
};

export const NO_CHOICES: TermChoices = { segments: [], seasons: [], groups: [] };

export const sampleCode: CodeSummary = {
  id: "k1",
  code: "SUMMER26_FREESHIP_7KQ2MPXD",
  state: "live",
  error: null,
  campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
  isHeld: false,
  uses: 1,
  lastUsedAt: "2026-06-09T12:00:00.000Z",
};

export const sampleStaff: StaffSummary[] = [
  {
    id: "7",
    name: "Mara Keller",
    email: "mara@alpenglow.example",
    role: "admin",
    accountOwner: true,
    lastSeenAt: NOW,
  },
  {
    id: "8",
    name: "Vik Rao",
    email: "vik@alpenglow.example",
    role: "viewer",
    accountOwner: false,
    lastSeenAt: "2026-06-09T12:00:00.000Z",
  },
];

export const sampleEntry: AuditEntry = {
  id: "a1",
  at: "2026-06-10T11:00:00.000Z",
  actor: { kind: "staff", name: "Mara Keller" },
  action: "campaign.changed",
  subject: { kind: "campaign", id: "c1", name: "SUMMER26_FREESHIP" },
  before: { perCustomer: 1, totalCap: null },
  after: { perCustomer: 2, totalCap: null },
};

export const sampleConventions = [
  {
    id: "n1",
    version: 2,
    name: "Seasonal offers",
    pattern: "{season}{yy}_{offer}",
    isActive: true,
    example: "SUMMER26_FREESHIP",
    unique: null,
    fields: [
      { name: "season", label: "season", values: ["SPRING", "SUMMER"] },
      { name: "yy", label: "two-digit year" },
      { name: "offer", label: "offer" },
    ],
    versions: [{ version: 2, pattern: "{season}{yy}_{offer}", campaigns: 1 }],
  },
];

/** One page that is all there is. */
export function onePage<T>(...rows: T[]) {
  return { rows, total: rows.length, next: null, previous: null };
}
