import type { CaseDetail, CaseSummary } from "#app/domain/case/summary.ts";

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
      isShownLater: false,
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
      cancelledAt: null,
      chargebackAt: null,
      isFreed: false,
      refund: { minor: 4_200, at: "2026-06-12T10:00:00.000Z" },
    },
  ],
  history: {
    orders: 3,
    paidMinor: 12_600,
    since: "2026-01-09T10:00:00.000Z",
    withoutCode: 1,
    refunded: 0,
    chargebacks: 0,
    chargebacksSince: "2026-01-01T00:00:00.000Z",
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
