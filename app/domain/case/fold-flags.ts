import { componentsOf, type Edge } from "./components.ts";

/** An open flag: whose order it is about (their root; null when nobody is known) and the case it stands in so far. */
export type FoldedFlag = {
  id: string;
  orderId: string;
  personId: string | null;
  caseId: string | null;
};

export type OpenCase = { id: string; number: number };

export type Folding = {
  /** Cases to open, each with its number. */
  opened: OpenCase[];
  /** Flags that come to another case than before. */
  moved: { flagId: string; caseId: string }[];
  /** Cases that have no open flag left: `into` took them over, or null when all reasons are gone. */
  emptied: { caseId: string; into: string | null }[];
};

type Setting = { nextNumber: number; newId: () => string };

/**
 * Which case each open flag belongs to: one for every person or ring, that is people with a chain of `edges` between
 * them. What belongs together does not depend on the order in which flags and links came; only a case's number does.
 * Where cases come together, the oldest goes on; where one comes apart, it stays with the person known longest.
 */
export function foldFlags(
  flags: readonly FoldedFlag[],
  edges: readonly Edge[],
  cases: readonly OpenCase[],
  { nextNumber, newId }: Setting,
): Folding {
  const names = flags.flatMap(({ personId }) => personId ?? []);
  const components = componentsOf(names, edges, byNumber);
  const groups = new Map<string, FoldedFlag[]>();
  for (const flag of flags) {
    const { personId, orderId } = flag;
    const key = personId === null ? `order ${orderId}` : (components.get(personId) ?? personId);
    groups.set(key, [...(groups.get(key) ?? []), flag]);
  }
  const oldestFirst = [...cases].sort((a, b) => a.number - b.number);
  const taken = new Set<string>();
  const folding: Folding = { opened: [], moved: [], emptied: [] };
  for (const [, group] of [...groups].sort(([a], [b]) => byNumber(a, b))) {
    const own = oldestFirst.find(
      ({ id }) => !taken.has(id) && group.some(({ caseId }) => caseId === id),
    );
    const target = own ?? { id: newId(), number: nextNumber + folding.opened.length };
    if (!own) folding.opened.push(target);
    taken.add(target.id);
    for (const { id, caseId } of group)
      if (caseId !== target.id) folding.moved.push({ flagId: id, caseId: target.id });
  }
  const movedTo = new Map(folding.moved.map(({ flagId, caseId }) => [flagId, caseId]));
  for (const { id } of oldestFirst) {
    if (taken.has(id)) continue;
    const [first] = flags.filter(({ caseId }) => caseId === id);
    folding.emptied.push({ caseId: id, into: first ? (movedTo.get(first.id) ?? null) : null });
  }
  return folding;
}

/** Ids are whole numbers of any length; what is none comes last. */
function byNumber(a: string, b: string): number {
  const [isA, isB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isA !== isB) return isA ? -1 : 1;
  if (!isA) return a < b ? -1 : a > b ? 1 : 0;
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
