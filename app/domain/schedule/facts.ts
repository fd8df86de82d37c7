import type { CapKind } from "../campaign/budget.ts";
import type { CodeKind } from "../campaign/summary.ts";
import type { Wanted } from "../campaign/status.ts";
import type { CodeState } from "../code/summary.ts";
import { sameValue } from "../discount/same-value.ts";

/** What a campaign is, as far as an action changes it or depends on it. Instants are ISO 8601 in UTC. */
export type CampaignFacts = {
  wanted: Wanted;
  startsAt: string;
  endsAt: string | null;
  /** Of the one public code, or of each code of a list; unique codes have none. */
  cap: number | null;
  codeKind: CodeKind;
  /** What still counts: of the public code, or of the most used code of a list. */
  uses: number;
  /** The cap that would pause it again at once; none when absent. */
  capReached?: CapKind | null;
  /** Whether codes are being made that Shopify does not have yet. */
  isMaking: boolean;
  /** The codes the actions in question speak of, by id: what shoppers type in their place now. */
  codes: Readonly<Record<string, CodeFact>>;
};

export type CodeFact = { text: string; state: CodeState };

/** The facts an action changes, with their values before or after. */
export type ChangedFacts = Partial<
  Pick<CampaignFacts, "wanted" | "startsAt" | "endsAt" | "cap" | "isMaking" | "codes">
>;

export function withChanges(facts: CampaignFacts, changed: ChangedFacts): CampaignFacts {
  return { ...facts, ...changed, codes: { ...facts.codes, ...changed.codes } };
}

/** The same facts as they are before. */
export function asBefore(facts: CampaignFacts, changed: ChangedFacts): ChangedFacts {
  const { codes: changedCodes, ...columns } = changed;
  const before = Object.fromEntries(
    Object.keys(columns).map((name) => [name, facts[name as keyof typeof columns]]),
  ) as ChangedFacts;
  if (!changedCodes) return before;
  const known = Object.keys(changedCodes).flatMap((id) => {
    const code = facts.codes[id];
    return code ? [[id, code] as const] : [];
  });
  return { ...before, codes: Object.fromEntries(known) };
}

/** Whether facts are still as a change left them. How far a code is on its way to Shopify is nobody's change. */
export function isAsLeft(facts: CampaignFacts, after: ChangedFacts): boolean {
  const { codes = {}, ...columns } = after;
  return (
    Object.entries(columns).every(([name, value]) =>
      sameValue(facts[name as keyof CampaignFacts], value),
    ) && Object.entries(codes).every(([id, { text }]) => facts.codes[id]?.text === text)
  );
}
