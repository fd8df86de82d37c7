import type { FlagDecision } from "#app/domain/flag/summary.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">;

/** A key pressed while typing, or together with Ctrl or Cmd, is not meant for the page. */
function isMeantForPage({ ctrlKey, metaKey, altKey, target }: Pressed): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const element = target instanceof HTMLElement ? target : null;
  if (element instanceof HTMLInputElement) return element.type === "radio";
  return !element?.closest("textarea, select, [contenteditable=true]");
}

export function decisionKey(event: Pressed): FlagDecision | null {
  if (!isMeantForPage(event)) return null;
  return event.key === "1" ? "fine" : event.key === "2" ? "abuse" : null;
}

/** J goes to the next flag, K to the one before, as in every list of that kind. */
export function stepKey(event: Pressed): "next" | "previous" | null {
  if (!isMeantForPage(event)) return null;
  const key = event.key.toLowerCase();
  return key === "j" ? "next" : key === "k" ? "previous" : null;
}
