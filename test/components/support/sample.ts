import type { AuditEntry } from "#app/domain/audit/event.ts";
import type { CampaignDetail, CampaignSummary } from "#app/domain/campaign/summary.ts";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";
import type { Dashboard } from "#app/domain/insight/dashboard.ts";
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
function days(count: number): string[] {
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
  redemptions: 3_250,
  reversals: 36,
  redemptionRate: { used: 3_214, base: 10_000, of: "codes made" },
  daily: days(30).map((day, index) => ({
    day,
    redemptions: (index * 7) % 23,
    revenueMinor: ((index * 7) % 23) * 4_990,
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

export const sampleCase: CaseSummary = {
  id: "k1",
  number: 12,
  state: "open",
  sentence:
    "2 accounts, probably of one person, used SUMMER26_FREESHIP 3 times; the limit is once.",
  kinds: ["over_limit"],
  campaigns: [{ id: "c1", name: "SUMMER26_FREESHIP" }],
  people: 2,
  orders: [{ id: "1003", name: "#1003" }],
  score: 0.97,
  atStakeMinor: 590,
  currency: "EUR",
  assignee: null,
  openedAt: "2026-06-09T10:00:00.000Z",
  dueAt: "2026-06-12T10:00:00.000Z",
  step: "hold",
  decision: null,
  decidedAt: null,
};

export const sampleCaseDetail: CaseDetail = {
  summary: sampleCase,
  flags: [
    {
      id: "f1",
      kind: "over_limit",
      state: "open",
      order: { id: "1003", name: "#1003" },
      code: "SUMMER26_FREESHIP",
      campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
      sentence: "Used SUMMER26_FREESHIP twice; the limit is once.",
      score: 0.97,
      signals: [
        {
          kind: "over_limit",
          score: 0.97,
          orders: [
            { id: "1001", name: "#1001", shares: [{ what: "phone", bits: 9 }] },
            { id: "1002", name: "#1002", shares: [] },
          ],
        },
      ],
    },
  ],
  people: [
    { id: "1", label: "A", who: "Anna K.", customerId: "501", orders: 2, isFlagged: true },
    { id: "2", label: "B", who: null, customerId: null, orders: 1, isFlagged: false },
  ],
  morePeople: 0,
  links: [
    {
      from: "A",
      to: "B",
      relation: "same_person",
      bits: 11,
      shares: [
        { what: "phone", bits: 9 },
        { what: "surname", bits: -1 },
      ],
      decided: null,
    },
  ],
  orders: [
    {
      id: "1003",
      name: "#1003",
      placedAt: "2026-06-09T10:00:00.000Z",
      person: "A",
      codes: ["SUMMER26_FREESHIP"],
      totalMinor: 4_200,
      discountMinor: 590,
      currency: "EUR",
      isFlagged: true,
      isCancelled: false,
      isFreed: false,
    },
  ],
  history: {
    orders: 3,
    paidMinor: 12_600,
    since: "2026-01-09T10:00:00.000Z",
    withoutCode: 1,
    refunded: 0,
    chargebacks: 0,
    earlierCases: [],
  },
  similar: { ended: { fine: 1, same_household: 0, abuse: 4 }, latest: [] },
  innocent: ["Think of: twins."],
  effects: [],
  timeline: [
    {
      kind: "order",
      at: "2026-06-09T10:00:00.000Z",
      order: { id: "1003", name: "#1003" },
      person: "A",
      code: "SUMMER26_FREESHIP",
      isFlagged: true,
    },
  ],
  decision: null,
  policy: null,
  groups: [],
  isNamed: true,
};

const measure = (value: number, before: number, perDay: number) => ({
  value,
  before,
  daily: days(30).map((day, index) => ({ day, value: perDay + (index % 5) })),
});

export const sampleDashboard: Dashboard = {
  shop: { name: "Alpenglow", timeZone: "Europe/Berlin", currency: "EUR" },
  range: { from: "2026-05-12", to: "2026-06-10", days: 30 },
  activeCampaigns: 2,
  activeCodes: { count: 9_998, hasMore: false },
  live: {
    hours: Array.from({ length: 24 }, (_, hour) => ({ hour: `${hour}:00`, value: hour % 3 })),
    today: 12,
    yesterday: 9,
    campaigns: [{ id: "c1", name: "SUMMER26_10OFF", today: 12, thisHour: 2 }],
  },
  redemptions: measure(1_234, 1_100, 40),
  revenueMinor: measure(4_567_890, 5_000_000, 150_000),
  discountMinor: measure(345_600, 300_000, 11_000),
  orders: measure(1_200, 1_080, 39),
  redemptionRate: { used: 386, base: 3_120, of: "codes made" },
  openCases: 2,
  attention: [
    { kind: "guard_failed", error: "Shopify did not accept the rules." },
    {
      kind: "sync_failed",
      campaign: { id: "c3", name: "AUTUMN26_10EUROFF" },
      error: "Shopify is busy.",
    },
    { kind: "codes_refused", campaign: { id: "c1", name: "SUMMER26_FREESHIP" }, count: 3 },
    {
      kind: "expiring",
      campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
      endsAt: "2026-06-17T12:00:00.000Z",
      unused: 6_786,
    },
    { kind: "case", found: sampleCase },
    {
      ...{ kind: "anomaly", campaign: { id: "c1", name: "SUMMER26_10OFF" }, code: null },
      ...{
        id: "c1.0.1781089200000",
        at: "2026-06-10T11:00:00Z",
        claims: 30,
        expected: 0.42,
        aside: null,
      },
    },
    {
      ...{ kind: "leak", id: "0.VIP26_20OFF", code: "VIP26_20OFF", ended: null },
      campaign: { id: "c4", name: "VIP26_20OFF", isOn: true, isPersonal: false },
      ...{ since: "2026-06-10T08:00:00.000Z", rangAt: "2026-06-10T10:00:00.000Z" },
      ...{ orders: 7, hasMore: false },
    },
  ],
  aside: [],
  endedLeaks: [],
  running: [sampleCampaign, publicCampaign],
  setup: [],
};

export const newShopDashboard: Dashboard = {
  ...sampleDashboard,
  activeCampaigns: 0,
  activeCodes: { count: 0, hasMore: false },
  redemptions: measure(0, 0, 0),
  openCases: 0,
  redemptionRate: null,
  attention: [],
  running: [],
  setup: [
    { step: "convention", done: true },
    { step: "campaign", done: false },
    { step: "order", done: false },
    { step: "team", done: false },
  ],
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
