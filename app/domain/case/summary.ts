import type { Likeness } from "../identity/link/odds.ts";
import type { Step } from "../fair-use/policy.ts";
import type { SignalKind } from "../signal/signal.ts";
import type { CaseDecision, CaseState } from "./case.ts";
import type { EffectState, EffectKind } from "./effect.ts";

/** Amounts are minor units of the shop's currency; instants ISO 8601. */
export type CaseSummary = {
  id: string;
  number: number;
  state: CaseState;
  /** Who and what, in one sentence. */
  sentence: string;
  kinds: SignalKind[];
  campaigns: { id: string; name: string }[];
  /** Accounts and guests as far as exact identities tell them apart. */
  people: number;
  /** Flagged ones. */
  orders: { id: string; name: string }[];
  /** How likely it is what the sentence says, 0 to 1; null where only an exact rule found it. */
  score: number | null;
  /** What the flagged uses took off, less the share of their orders that was paid back. */
  atStakeMinor: number;
  currency: string;
  assignee: { id: string; name: string } | null;
  openedAt: string;
  dueAt: string;
  step: Step | null;
  decision: CaseDecision | null;
  decidedAt: string | null;
};

export const CASE_TABS = ["open", "watching", "decided", "all"] as const;
export type CaseTab = (typeof CASE_TABS)[number];

export const CASE_SORTS = ["due", "newest", "score", "stake"] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** What a list of cases is asked for; everything given must hold. `assignee`: "me", "nobody", a member's id, or "". */
export type CaseFilter = {
  tab: CaseTab;
  /** A case's number, or the name of an order in it. */
  text: string;
  assignee: string;
  kind: SignalKind | "";
  campaignId: string;
  decision: CaseDecision | "";
  isOverdue: boolean;
  sort: CaseSort;
};

export const EVERY_OPEN_CASE: CaseFilter = {
  tab: "open",
  text: "",
  assignee: "",
  kind: "",
  campaignId: "",
  decision: "",
  isOverdue: false,
  sort: "due",
};

/**
 * What was compared with something else: positive bits speak for what is said of the two, negative against. `likeness`: how
 * it compares; what goes without is the same where it speaks for, and another where it speaks against.
 */
export type Share = { what: string; bits: number; likeness?: Likeness | undefined };

/** A flag of a case, and what it rests on. `score`: null where only an exact rule found it. */
export type CaseFlag = {
  id: string;
  kind: SignalKind;
  state: "open" | "reviewed" | "withdrawn";
  order: { id: string; name: string };
  code: string;
  campaign: { id: string; name: string } | null;
  sentence: string;
  score: number | null;
  /** It was doubtful when the order came; orders of the same hand that came later showed it. */
  isShownLater: boolean;
  /** Every signal that was found, with the orders it points at. */
  signals: CaseSignal[];
};

export type CaseSignal = {
  kind: SignalKind;
  score: number | null;
  /** `id`: null where it is a list of people, and no order. */
  orders: { id: string | null; name: string; shares: Share[] }[];
};

/** One account or guest. `label` is a letter: A, B, … `who` is masked, and null where Shopify was not or could not be asked. */
export type CasePerson = {
  id: string;
  label: string;
  who: string | null;
  customerId: string | null;
  orders: number;
  isFlagged: boolean;
};

/** Two people of the case by their labels. `decided`: what staff said of them, different people or one. */
export type CaseLink = {
  from: string;
  to: string;
  relation: "same_person" | "household";
  bits: number;
  shares: Share[];
  decided: "apart" | "together" | null;
};

export type CaseOrder = {
  id: string;
  name: string;
  placedAt: string;
  /** The label of the person. */
  person: string;
  codes: string[];
  totalMinor: number;
  discountMinor: number;
  currency: string;
  isFlagged: boolean;
  cancelledAt: string | null;
  /** When its bank called the payment back, unless that was won. */
  chargebackAt: string | null;
  isFreed: boolean;
  /** What was paid back of it, of several parts the sum and when the latest was; null when nothing was. */
  refund: { minor: number; at: string } | null;
};

/** What speaks for these people, over all their orders. */
export type GoodHistory = {
  orders: number;
  paidMinor: number;
  since: string | null;
  withoutCode: number;
  refunded: number;
  chargebacks: number;
  /** Since when Shopify tells of them; null: it does not. */
  chargebacksSince: string | null;
  earlierCases: { id: string; number: number; decision: CaseDecision }[];
};

export type SimilarCases = {
  /** How all alike ones ended. */
  ended: Record<CaseDecision, number>;
  latest: {
    id: string;
    number: number;
    sentence: string;
    decision: CaseDecision;
    decidedAt: string;
  }[];
};

export type CaseEffect = {
  id: string;
  kind: EffectKind;
  text: string;
  /** The last day, of the shop's calendar; null where it does not end by itself. */
  until: string | null;
  state: EffectState;
  error: string | null;
  orderId: string | null;
};

export type TimelineEntry =
  | {
      kind: "order";
      at: string;
      order: { id: string; name: string };
      person: string;
      code: string | null;
      isFlagged: boolean;
    }
  | {
      /** What came of an order afterwards; `minor`: what was paid back of it in all, in `currency`. */
      kind: "later";
      at: string;
      order: { id: string; name: string };
      what: "cancelled" | "refunded" | "charged_back";
      minor: number | null;
      currency: string;
    }
  | { kind: "done"; at: string; text: string; detail: string | null };

export type CaseDetail = {
  summary: CaseSummary;
  flags: CaseFlag[];
  people: CasePerson[];
  /** People beyond those shown. */
  morePeople: number;
  links: CaseLink[];
  orders: CaseOrder[];
  history: GoodHistory;
  similar: SimilarCases;
  innocent: string[];
  effects: CaseEffect[];
  timeline: TimelineEntry[];
  decision: {
    decision: CaseDecision;
    reason: string;
    comment: string;
    by: string;
    at: string;
  } | null;
  /** What the policy in force says, in words; null: there is none. */
  policy: { text: string; wanted: Step; until: string | null } | null;
  /** Groups of the flagged campaigns, to disqualify from. */
  groups: { number: number; name: string }[];
  /** Whether names could be asked for. */
  isNamed: boolean;
};
