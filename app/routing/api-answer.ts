import { json } from "@remix-run/node";
import type { Refusal } from "#app/domain/shared/outcome.ts";

const NEVER_KEPT = { "cache-control": "no-store" };

/** What a merchant’s own system is answered when it was done. */
export function apiAnswer(value: object) {
  return json(value, { headers: NEVER_KEPT });
}

/** What it is answered otherwise: one sentence that says what to do. Nothing was changed. */
export function apiError(status: number, message: string, headers: Record<string, string> = {}) {
  return json({ error: { message } }, { status, headers: { ...NEVER_KEPT, ...headers } });
}

export function apiRefusal(refusal: Refusal) {
  const message =
    refusal.kind === "invalid"
      ? refusal.problems.map((problem) => problem.message).join(" ")
      : refusal.message;
  return apiError(422, message);
}
