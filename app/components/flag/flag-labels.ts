import type { FlagDecision, FlagKind, FlagState } from "#app/domain/flag/summary.ts";

export const FLAG_TABS: readonly (FlagState | "all")[] = ["open", "reviewed", "withdrawn", "all"];

export const FLAG_STATE_LABELS: Record<FlagState, string> = {
  open: "Open",
  reviewed: "Reviewed",
  withdrawn: "Withdrawn",
};

export const FLAG_KIND_LABELS: Record<FlagKind, string> = { overshoot: "Over the limit" };

export const DECISION_LABELS: Record<FlagDecision, string> = {
  fine: "Fine",
  abuse: "Abuse",
};

/** Why a list of flags is empty differs by tab. */
export const EMPTY_TABS: Record<FlagState | "all", { heading: string; text: string }> = {
  open: {
    heading: "Nothing to review",
    text: "Orders that went over a campaign’s limit appear here, so that someone can decide what they mean.",
  },
  reviewed: {
    heading: "No decision yet",
    text: "Flags somebody decided on appear here with the reason they gave.",
  },
  withdrawn: {
    heading: "Nothing withdrawn",
    text: "A flag is withdrawn when the order no longer counts, for example because it was cancelled.",
  },
  all: {
    heading: "No order was ever flagged",
    text: "Orders that went over a campaign’s limit appear here.",
  },
};
