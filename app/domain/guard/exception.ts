import { dayNumber } from "../policy/day.ts";
import type { Problem } from "../shared/outcome.ts";

/** A person who is treated otherwise than the rules say: refused, asked to sign in, or refused nothing. */
export type ExceptionKind = "disqualified" | "sign_in" | "allowed";

export const EXCEPTION_KINDS: readonly ExceptionKind[] = ["disqualified", "sign_in", "allowed"];

export const EXCEPTION_LABELS: Record<ExceptionKind, string> = {
  disqualified: "Disqualified",
  sign_in: "Must sign in",
  allowed: "Allowed",
};

/** "everything", "campaign:ID" or "group:NUMBER". */
export type ExceptionScope =
  { kind: "everything" } | { kind: "campaign"; id: string } | { kind: "group"; number: number };

/** As posted. `customerId` is what was chosen from the list, else `email` was typed. `until`: a local date, or empty. */
export type ExceptionForm = {
  kind: string;
  customerId: string;
  email: string;
  scope: string;
  until: string;
  reason: string;
};

/** One of the list. `who`: as Shopify calls the customer; null for a guest, of whom no address is kept. */
export type ExceptionSummary = {
  id: string;
  kind: ExceptionKind;
  who: string | null;
  customerId: string | null;
  /** The last order of theirs that we know. */
  order: { id: string; name: string } | null;
  scope: string;
  until: string | null;
  reason: string;
  by: string;
  at: string;
};

export type WantedException = {
  kind: ExceptionKind;
  customerId: string | null;
  email: string | null;
  scope: ExceptionScope;
  until: string | null;
  reason: string;
};

export const LONGEST_WHY = 500;

export function readException(
  form: ExceptionForm,
  today: string,
): { ok: true; wanted: WantedException } | { ok: false; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (field: keyof ExceptionForm, message: string) =>
    void problems.push({ field, message });
  const kind = EXCEPTION_KINDS.find((known) => known === form.kind);
  if (!kind) report("kind", "Choose whether to disqualify, to ask to sign in or to allow.");
  const [customerId, email, until, reason] = [
    form.customerId.trim(),
    form.email.trim(),
    form.until.trim(),
    form.reason.trim(),
  ];
  const hasCustomer = /^[1-9]\d{0,18}$/.test(customerId);
  if (!hasCustomer && !/^[^\s@]+@[^\s@]+$/.test(email))
    report("email", "Choose a customer from the list, or enter a whole e-mail address.");
  const scope = scopeOf(form.scope.trim());
  if (!scope) report("scope", "Choose a campaign, a group or everything.");
  if (until !== "" && dayNumber(until) === null)
    report("until", "Enter a day, such as 2026-12-31, or leave it empty for no end.");
  else if (until !== "" && until < today)
    report("until", "That day has passed. Choose a later one.");
  if (reason === "") report("reason", "Say in a few words why, for whoever looks at this later.");
  if (reason.length > LONGEST_WHY) report("reason", `Use at most ${LONGEST_WHY} characters.`);
  if (!kind || !scope || problems.length > 0) return { ok: false, problems };
  const who = { customerId: hasCustomer ? customerId : null, email: email === "" ? null : email };
  return { ok: true, wanted: { kind, ...who, scope, until: until || null, reason } };
}

function scopeOf(text: string): ExceptionScope | null {
  if (text === "everything") return { kind: "everything" };
  const [, campaign, group] =
    /^(?:campaign:([0-9a-f-]{36})|group:([1-9]\d{0,8}))$/.exec(text) ?? [];
  if (campaign) return { kind: "campaign", id: campaign };
  return group ? { kind: "group", number: Number(group) } : null;
}
