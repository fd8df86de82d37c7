/** What can be done to a campaign, now or at a time. Instants are ISO 8601 in UTC. */
export type ScheduledAction =
  /** Now instead of when it was to start. */
  | { kind: "start" }
  | { kind: "end" }
  | { kind: "pause" }
  | { kind: "resume" }
  /** Null: without an end. */
  | { kind: "extend"; endsAt: string | null }
  /** Of the one public code, or of each code of a list. Null: without a cap. */
  | { kind: "raise_cap"; cap: number | null }
  /** One code goes, another comes in its place. Null: one like the others, made by the app. */
  | { kind: "rotate"; codeId: string; to: string | null }
  /** Ends the campaign and stops the codes that are still being made for it. */
  | { kind: "retire" };

export type ActionKind = ScheduledAction["kind"];

export const ACTION_KINDS = [
  "start",
  "pause",
  "resume",
  "extend",
  "raise_cap",
  "rotate",
  "end",
  "retire",
] as const satisfies readonly ActionKind[];

export const ACTION_LABELS: Record<ActionKind, string> = {
  start: "Start campaign",
  pause: "Pause campaign",
  resume: "Resume campaign",
  extend: "Extend campaign",
  raise_cap: "Raise cap",
  rotate: "Replace code",
  end: "End campaign",
  retire: "Retire campaign",
};

export function isActionKind(text: string): text is ActionKind {
  return (ACTION_KINDS as readonly string[]).includes(text);
}
