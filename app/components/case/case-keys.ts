import type { CaseDecision } from "#app/domain/case/case.ts";
import { CASE_DECISIONS } from "#app/domain/case/case.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">;

export type CaseKey =
  | { kind: "next" | "previous" | "assign" | "undo" | "help" | "open" }
  | { kind: "decide"; decision: CaseDecision };

const KEYS: Readonly<Record<string, Exclude<CaseKey["kind"], "decide">>> = {
  j: "next",
  k: "previous",
  a: "assign",
  u: "undo",
  o: "open",
  "?": "help",
};

/** What a key means on the pages of cases; null while somebody types, or together with Ctrl, Cmd or Alt. */
export function caseKey(event: Pressed): CaseKey | null {
  if (!isMeantForPage(event)) return null;
  const decision = CASE_DECISIONS[Number(event.key) - 1];
  if (decision) return { kind: "decide", decision };
  const kind = KEYS[event.key.toLowerCase()];
  return kind ? { kind } : null;
}

function isMeantForPage({ ctrlKey, metaKey, altKey, target }: Pressed): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const element = target instanceof HTMLElement ? target : null;
  if (element instanceof HTMLInputElement)
    return element.type === "radio" || element.type === "checkbox";
  return !element?.closest("textarea, select, [contenteditable=true], [role=dialog]");
}

export const KEY_HELP: readonly { key: string; does: string }[] = [
  { key: "J", does: "Next case" },
  { key: "K", does: "Previous case" },
  { key: "O", does: "Open the marked case" },
  { key: "A", does: "Assign to me" },
  { key: "1", does: "Fine" },
  { key: "2", does: "Same household" },
  { key: "3", does: "Abuse" },
  { key: "Enter", does: "Save the chosen decision" },
  { key: "U", does: "Take the last decision back" },
  { key: "?", does: "Show these keys" },
];
