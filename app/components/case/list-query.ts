import { CASE_DECISIONS, type CaseDecision } from "#app/domain/case/case.ts";
import { CASE_SORTS, CASE_TABS, type CaseFilter } from "#app/domain/case/summary.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { ownParams } from "#app/components/list/own-params.ts";
import { idOf, oneOf, textOf } from "#app/routing/search-params.ts";

const KINDS = ["", ...(Object.keys(KIND_LABELS) as SignalKind[])] as const;
const DECISIONS: readonly (CaseDecision | "")[] = ["", ...CASE_DECISIONS];

/** Reads `?tab=&q=&assignee=me&kind=&campaign=&decision=&due=over&sort=`; what means nothing is as if it were not there. */
export function readCaseQuery(url: URL): CaseFilter {
  return {
    tab: oneOf(url, "tab", CASE_TABS, "open"),
    text: textOf(url, "q", 40),
    assignee: assigneeOf(textOf(url, "assignee", 20)),
    kind: oneOf<SignalKind | "">(url, "kind", KINDS, ""),
    campaignId: idOf(url, "campaign"),
    decision: oneOf(url, "decision", DECISIONS, ""),
    isOverdue: url.searchParams.get("due") === "over",
    sort: oneOf(url, "sort", CASE_SORTS, "due"),
  };
}

/** Somebody of the staff by their number, or one of the two words. */
function assigneeOf(text: string): string {
  return /^(me|nobody|\d{1,18})$/.test(text) ? text : "";
}

const NAMES = ["tab", "q", "assignee", "kind", "campaign", "decision", "due", "sort"];

/** The filters in an address as text, the same for the same filters: "" for none. */
export function caseSearch(search: string): string {
  const own = ownParams(new URLSearchParams(search));
  for (const name of [...own.keys()]) if (!NAMES.includes(name)) own.delete(name);
  own.sort();
  return own.toString();
}

/** Whether what `caseSearch` gives asks for less than all cases of a tab. */
export function isNarrowed(search: string): boolean {
  return [...new URLSearchParams(search).keys()].some((name) => name !== "tab" && name !== "sort");
}

/** A case's page, with the list it was opened from. */
export function caseUrl(id: string, search: string): string {
  return `/app/review/${id}${search === "" ? "" : `?${search}`}`;
}
