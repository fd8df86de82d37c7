import { invalid, type Outcome, type Problem } from "../shared/outcome.ts";
import type { Zone } from "../shared/zone.ts";
import { checkCodeText } from "../code/code-text.ts";
import { isActionKind, type ScheduledAction } from "./action.ts";
import { readLocalTime } from "./local-time.ts";

/**
 * A change as the form posts it. Times are the shop's ("2026-10-25T02:30"); `…Which` says "earlier" or "later" for one
 * that comes twice. An empty `at` means now.
 */
export type ChangeForm = Record<(typeof CHANGE_FIELDS)[number], string>;

export const CHANGE_FIELDS = [
  "action",
  "at",
  "atWhich",
  "endsAt",
  "endsAtWhich",
  "cap",
  "codeId",
  "to",
] as const;

/** A posted form as plain text fields: a field that is missing or a file counts as empty. */
export function readChangeForm(field: (name: string) => unknown): ChangeForm {
  const text = (name: string) => {
    const value = field(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(CHANGE_FIELDS.map((name) => [name, text(name)])) as ChangeForm;
}

/** `local` is the time as it was given. */
export type WantedChange = { action: ScheduledAction; dueAt: Date; local: string };

/** Shopify's `usageLimit` is a 32-bit integer. */
const MOST_USES = 2_147_483_647;

export function readChange(form: ChangeForm, zone: Zone, now: Date): Outcome<WantedChange> {
  const problems: Problem[] = [];
  const report = (field: keyof ChangeForm, message: string) => {
    problems.push({ field, message });
    return undefined;
  };
  const time = readTime(form, "at", zone, report);
  const action = readAction(form, zone, report);
  if (time && time <= now) report("at", "That time has passed. Choose a later one, or now.");
  if (problems.length > 0 || !action) return invalid(...problems);
  const dueAt = time ?? now;
  return { ok: true, value: { action, dueAt, local: form.at.trim() || zone.wallClockOf(dueAt) } };
}

type Report = (field: keyof ChangeForm, message: string) => undefined;

function readAction(form: ChangeForm, zone: Zone, report: Report): ScheduledAction | undefined {
  const kind = form.action;
  if (!isActionKind(kind)) return report("action", "Choose what is to be done.");
  switch (kind) {
    case "start":
    case "end":
    case "pause":
    case "resume":
    case "retire":
      return { kind };
    case "extend": {
      if (form.endsAt.trim() === "") return { kind, endsAt: null };
      const endsAt = readTime(form, "endsAt", zone, report);
      return endsAt && { kind, endsAt: endsAt.toISOString() };
    }
    case "raise_cap": {
      const text = form.cap.trim();
      if (text === "") return { kind, cap: null };
      const cap = /^\d{1,10}$/.test(text) ? Number(text) : 0;
      return cap >= 1 && cap <= MOST_USES
        ? { kind, cap }
        : report("cap", `Enter a whole number up to ${MOST_USES}, or leave it empty for no cap.`);
    }
    case "rotate": {
      if (!/^\d{1,18}$/.test(form.codeId)) return report("codeId", "Choose the code to replace.");
      if (form.to.trim() === "") return { kind, codeId: form.codeId, to: null };
      const text = checkCodeText(form.to);
      return text.ok ? { kind, codeId: form.codeId, to: text.key } : report("to", text.message);
    }
  }
}

/** @returns undefined when the field is empty, or wrong and reported. */
function readTime(
  form: ChangeForm,
  field: "at" | "endsAt",
  zone: Zone,
  report: Report,
): Date | undefined {
  const text = form[field].trim();
  if (text === "") return undefined;
  const time = readLocalTime(zone, text);
  switch (time.kind) {
    case "once":
      return time.instant;
    case "twice": {
      const which = form[`${field}Which`];
      if (which === "earlier" || which === "later") return time[which];
      return report(
        `${field}Which`,
        "That time comes twice on this day, because the clock is put back. Say which one.",
      );
    }
    case "skipped":
      return report(
        field,
        `That time does not exist: the clock is put forward from ${spoken(time.before)} to ${spoken(time.after)}. Choose one of these.`,
      );
    case "none":
      return report(field, "Enter a date and a time, such as 2026-06-01 at 09:00.");
  }
}

function spoken(local: string): string {
  return local.replace("T", " ");
}
