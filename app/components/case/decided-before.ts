import type { CaseDecision } from "#app/domain/case/case.ts";

/** What was decided right before this page was shown: of one case, or of several alike. */
export type JustDecided = {
  cases: readonly { id: string; number: number }[];
  decision: CaseDecision;
  /** How many of those that were chosen stay as they were. */
  left: number;
};

/** `key`: of the place in the browser's history that tells of it. */
type Remembered = { key: string; decided: JustDecided; isOver: boolean };

const KEY = "decided";
/** So many are gone back through at most. */
const MOST = 50;

/** Decisions of this window, the last one last. A browser may keep nothing for an app in a frame: then there is none. */
function read(): Remembered[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Remembered[];
  } catch {
    return [];
  }
}

function write(all: readonly Remembered[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(all.slice(-MOST)));
  } catch {
    // Only the decision before the page can be taken back.
  }
}

/** Keeps a decision, once however often its place is come to. */
export function remember(key: string, decided: JustDecided): void {
  const all = read();
  if (!all.some((each) => each.key === key)) write([...all, { key, decided, isOver: false }]);
}

/** It was taken back, or cannot be. */
export function settle(decided: JustDecided): void {
  const isSame = (each: Remembered) => JSON.stringify(each.decided) === JSON.stringify(decided);
  write(read().map((each) => (isSame(each) ? { ...each, isOver: true } : each)));
}

/** The last one that can still be taken back. */
export function lastDecided(): JustDecided | null {
  return read().findLast(({ isOver }) => !isOver)?.decided ?? null;
}
