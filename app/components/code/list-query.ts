import type { CodeFilter, CodeState } from "#app/domain/code/summary.ts";
import { CODE_STATES } from "#app/domain/code/summary.ts";
import { ownParams } from "#app/components/list/own-params.ts";
import { idOf, oneOf, textOf } from "#app/routing/search-params.ts";

const STATES: readonly (CodeState | "all")[] = ["all", ...CODE_STATES];

const USED = ["all", "yes", "no"] as const;

/** What of a filter stands in the address: everything but a person. */
export type CodeListQuery = Omit<CodeFilter, "holder">;

export type CampaignChoice = { id: string; name: string };

/** Reads `?q=&state=&used=&campaign=&part=season:SUMMER`; what means nothing is as if it were not there. */
export function readCodeQuery(url: URL): CodeListQuery {
  const [, field, value] = /^([^:]+):(.+)$/.exec(textOf(url, "part")) ?? [];
  return {
    text: textOf(url, "q"),
    state: oneOf(url, "state", STATES, "all"),
    used: oneOf(url, "used", USED, "all"),
    campaignId: idOf(url, "campaign") || null,
    dimension: field && value ? { field, value } : null,
  };
}

/** A part of the name as the address has it. */
export function partText({ field, value }: { field: string; value: string }): string {
  return `${field}:${value}`;
}

/** The filters in an address, without the page that is shown of them: the same text for the same filters. */
export function filtersIn(search: string): string {
  const own = ownParams(new URLSearchParams(search));
  for (const passing of ["cursor", "said"]) own.delete(passing);
  own.sort();
  return own.toString();
}

export function isUnfiltered(query: CodeListQuery): boolean {
  const { text, state, used, campaignId, dimension } = query;
  const isAny = text === "" && state === "all" && used === "all";
  return isAny && campaignId === null && dimension === null;
}
