import type { CaseDecision } from "#app/domain/case/case.ts";
import { CASE_DECISIONS } from "#app/domain/case/case.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "target">;

type Move = "next" | "previous";

type Named = Move | "assign" | "undo" | "help" | "open" | "unassigned" | "reason" | "list" | "tick";

export type CaseKey = { kind: Named | "save" } | { kind: "decide"; decision: CaseDecision };

const KEYS: Readonly<Record<string, Named>> = {
  j: "next",
  k: "previous",
  a: "assign",
  u: "undo",
  o: "open",
  n: "unassigned",
  r: "reason",
  l: "list",
  x: "tick",
  "?": "help",
};

const ARROWS: Readonly<Record<string, Move>> = { ArrowDown: "next", ArrowUp: "previous" };

/**
 * What a key means on the pages of cases; null while somebody types, or together with Ctrl, Cmd or Alt. Arrows move in
 * the list only, and a key that is held down does nothing twice but move. Ctrl or Cmd with Enter saves from any field.
 */
export function caseKey(event: Pressed): CaseKey | null {
  const { key, target, repeat } = event;
  const element = target instanceof HTMLElement ? target : null;
  if (element?.closest("[role=dialog]")) return null;
  if (key === "Enter" && (event.ctrlKey || event.metaKey)) return repeat ? null : { kind: "save" };
  if (event.ctrlKey || event.metaKey || event.altKey || isTyped(element)) return null;
  const kind = (element?.closest("[data-case]") && ARROWS[key]) || KEYS[key.toLowerCase()];
  if (kind === "next" || kind === "previous") return { kind };
  if (repeat) return null;
  const decision = CASE_DECISIONS[Number(key) - 1];
  if (decision) return { kind: "decide", decision };
  return kind ? { kind } : null;
}

function isTyped(element: HTMLElement | null): boolean {
  if (element instanceof HTMLInputElement)
    return element.type !== "radio" && element.type !== "checkbox";
  return Boolean(element?.closest("textarea, select, [contenteditable=true]"));
}

export const KEY_HELP: readonly { key: string; does: string }[] = [
  { key: "J", does: "Next case; after the last of the list, its next page" },
  { key: "K", does: "Previous case, or page" },
  { key: "O", does: "Open the marked case, as Enter does" },
  { key: "X", does: "In the list, tick the marked case or untick it" },
  { key: "N", does: "Take the next case nobody has" },
  { key: "L", does: "Back to the list" },
  { key: "A", does: "Assign to me" },
  { key: "1", does: "Fine; in the list, for the cases that are ticked" },
  { key: "2", does: "Same household, likewise" },
  { key: "3", does: "Abuse, likewise" },
  { key: "R", does: "Choose the reason" },
  { key: "Enter", does: "Save the chosen decision" },
  { key: "Ctrl + Enter", does: "Save it from any field" },
  { key: "U", does: "Take the last decision back; again, the one before it" },
  { key: "?", does: "Show these keys" },
];
