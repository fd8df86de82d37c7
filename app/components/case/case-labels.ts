import type { CaseSort, CaseTab } from "#app/domain/case/summary.ts";

export const TAB_LABELS: Record<CaseTab, string> = {
  open: "Open",
  watching: "Watching",
  decided: "Decided",
  all: "All",
};

export const SORT_LABELS: { value: CaseSort; label: string }[] = [
  { value: "due", label: "Due first" },
  { value: "newest", label: "Newest first" },
  { value: "score", label: "Surest first" },
  { value: "stake", label: "Most money first" },
];

/** Why a list of cases is empty differs by tab. */
export const EMPTY_TABS: Record<CaseTab, { heading: string; text: string }> = {
  open: {
    heading: "Nothing to review",
    text: "Orders that look wrong appear here, one case for each person or ring, so that someone can decide what they mean.",
  },
  watching: {
    heading: "Nothing is watched",
    text: "Cases appear here that your policy only notes, until more happens.",
  },
  decided: {
    heading: "No decision yet",
    text: "Cases somebody decided on appear here, with the reason they gave.",
  },
  all: {
    heading: "No order was ever flagged",
    text: "Orders that look wrong appear here, one case for each person or ring.",
  },
};
