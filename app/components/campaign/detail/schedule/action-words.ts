import type { ActionKind, ScheduledAction } from "#app/domain/schedule/action.ts";
import { ACTION_LABELS } from "#app/domain/schedule/action.ts";
import type { ChangedFacts } from "#app/domain/schedule/facts.ts";

type View = { moment: (iso: string) => string; number: (value: number) => string };

/** What a change is, in a few words: "Extend campaign to Aug 1, 2026, 12:00 AM GMT+2". */
export function actionWords(
  action: ScheduledAction,
  { before, after }: { before: ChangedFacts | null; after: ChangedFacts | null },
  { moment, number }: View,
): string {
  const label = ACTION_LABELS[action.kind];
  switch (action.kind) {
    case "extend":
      return action.endsAt === null
        ? `${label}, without an end`
        : `${label} to ${moment(action.endsAt)}`;
    case "raise_cap":
      return action.cap === null ? "Remove cap" : `${label} to ${number(action.cap)}`;
    case "rotate": {
      const old = before?.codes?.[action.codeId]?.text;
      const to = after?.codes?.[action.codeId]?.text ?? action.to;
      return `${old === undefined ? label : `Replace ${old}`} by ${to ?? "a new one"}`;
    }
    case "start":
    case "pause":
    case "resume":
    case "end":
    case "retire":
      return label;
  }
}

/** One thing that differs after a change. */
export type FactLine = { label: string; before: string; after: string };

const WANTED = { on: "On", paused: "Paused", ended: "Ended" };

/** What differs on the campaign, line by line. */
export function factLines(
  before: ChangedFacts,
  after: ChangedFacts,
  { moment, number }: View,
): FactLine[] {
  const end = (iso: string | null | undefined) => (iso ? moment(iso) : "No end");
  const cap = (value: number | null | undefined) =>
    typeof value === "number" ? number(value) : "No cap";
  const lines: FactLine[] = [];
  if (before.wanted && after.wanted)
    lines.push({ label: "Campaign", before: WANTED[before.wanted], after: WANTED[after.wanted] });
  if (before.startsAt && after.startsAt)
    lines.push({ label: "Starts", before: moment(before.startsAt), after: moment(after.startsAt) });
  if (after.endsAt !== undefined)
    lines.push({ label: "Ends", before: end(before.endsAt), after: end(after.endsAt) });
  if (after.cap !== undefined)
    lines.push({ label: "Cap", before: cap(before.cap), after: cap(after.cap) });
  if (after.isMaking !== undefined)
    lines.push({ label: "Codes being made", before: "Going on", after: "Stopped" });
  for (const [id, { text }] of Object.entries(after.codes ?? {}))
    lines.push({ label: "Code", before: before.codes?.[id]?.text ?? "–", after: text });
  return lines;
}

/** What is said once it is done, or will be. */
export function saidOf(kind: ActionKind, isNow: boolean): string {
  return isNow ? `Done: ${ACTION_LABELS[kind].toLowerCase()}` : "Change scheduled";
}
