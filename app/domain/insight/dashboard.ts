import type { CapKind } from "../campaign/budget.ts";
import type { CampaignSummary, UsedShare } from "../campaign/summary.ts";
import type { DriftKind } from "../discount/drift.ts";
import type { TermsField } from "../discount/terms.ts";
import type { GuestOverflow } from "../guard/held.ts";
import type { CaseSummary } from "../case/summary.ts";
import type { ActionKind } from "../schedule/action.ts";
import type { Leak } from "./leak.ts";
import type { Anomaly } from "./watch.ts";

/** One measure over the range, with the same length of time before it to compare with, and its days, oldest first. */
export type Measure = { value: number; before: number; daily: { day: string; value: number }[] };

export type AttentionItem =
  | { kind: "case"; found: CaseSummary }
  /** Open cases beside those that are listed. */
  | { kind: "more_cases"; count: number }
  /** Webhooks that could not be taken in: numbers may lack something until they are. */
  | { kind: "set_aside"; count: number }
  | { kind: "sync_failed"; campaign: { id: string; name: string }; error: string }
  | {
      /** Both sides came apart: a person decides, or it was taken over lately. */
      kind: "drift";
      id: string;
      campaign: { id: string; name: string };
      what: DriftKind;
      isOpen: boolean;
      fields: { field: TermsField }[];
      count: number | null;
      foundAt: string;
    }
  | {
      /** A scheduled change that was refused when its time came. */
      kind: "change_failed";
      id: string;
      campaign: { id: string; name: string };
      action: ActionKind;
      dueAt: string;
      error: string;
    }
  | {
      /** A cap paused it, and nobody has said yet how it goes on. */
      kind: "cap_reached";
      campaign: { id: string; name: string };
      cap: CapKind;
      /** The cap: minor units of `currency`, or uses. */
      most: number;
      currency: string;
    }
  | { kind: "codes_refused"; campaign: { id: string; name: string }; count: number }
  | {
      kind: "expiring";
      campaign: { id: string; name: string };
      endsAt: string;
      unused: number | null;
    }
  | ({ kind: "anomaly" } & Anomaly)
  | ({ kind: "leak" } & Leak)
  | { kind: "guard_failed"; error: string }
  | {
      /** What checkout has no room for; see `GuardHeld`. */
      kind: "guard_full";
      what: "dropped" | "switched" | "folded";
      overflow: GuestOverflow;
      campaigns: { id: string; name: string }[];
    };

export type SetupStep = "store" | "convention" | "campaign" | "order" | "team";

/** What happens right now. `hours`: uses in each of the last 24 hours of the shop's clock, oldest first. */
export type Live = {
  /** The hour it is now, 0 to 23 by the shop's clock. */
  hour: number;
  hours: { hour: string; value: number }[];
  today: number;
  /** Of the day before, up to the hour it is now. */
  yesterday: number;
  /** Campaigns used today, the most used first. */
  campaigns: { id: string; name: string; today: number; thisHour: number }[];
};

export type Dashboard = {
  shop: { name: string; timeZone: string; currency: string };
  /** First and last shop-local day, both included. */
  range: { from: string; to: string; days: number };
  activeCampaigns: number;
  /** Codes that can be used now; `hasMore`: at least so many. */
  activeCodes: { count: number; hasMore: boolean };
  /** Uses that still count: redemptions less the ones freed again. */
  redemptions: Measure;
  revenueMinor: Measure;
  discountMinor: Measure;
  orders: Measure;
  usedShare: UsedShare | null;
  live: Live;
  openCases: number;
  attention: AttentionItem[];
  /** Alarms that were set aside lately, newest first. */
  aside: Anomaly[];
  /** Leak alarms that were ended lately. */
  endedLeaks: Leak[];
  running: CampaignSummary[];
  /** Steps a new shop has not done yet; empty once it is set up. */
  setup: { step: SetupStep; done: boolean }[];
};
