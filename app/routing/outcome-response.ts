import { json } from "@remix-run/node";
import type { Outcome, Problem, Refusal } from "#app/domain/shared/outcome.ts";

const STATUS: Record<Refusal["kind"], number> = {
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
};

/** What a page or a fetcher finds in the body of an answer that is not a success. */
export type RefusalBody = {
  refusal: { kind: Refusal["kind"]; message: string };
  problems: Problem[];
};

export function refusalBody(refusal: Refusal): RefusalBody {
  if (refusal.kind !== "invalid") {
    return { refusal: { kind: refusal.kind, message: refusal.message }, problems: [] };
  }
  const message = refusal.problems.map((problem) => problem.message).join(" ");
  return { refusal: { kind: refusal.kind, message }, problems: refusal.problems };
}

/** The answer of an action that was refused: nothing was changed, and the page stays as it was typed. */
export function refusalResponse(refusal: Refusal) {
  return json(refusalBody(refusal), { status: STATUS[refusal.kind] });
}

/** For loaders: ends the request, and shows the refusal at the page's error boundary. */
export function throwRefusal(refusal: Refusal): never {
  // An address that means nothing is, to the person who opened it, a page that does not exist.
  const status = refusal.kind === "invalid" ? 404 : STATUS[refusal.kind];
  throw json(refusalBody(refusal), { status });
}

/** For loaders: the value, or the refusal thrown at the page's error boundary. */
export function valueOrThrow<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : throwRefusal(outcome.refusal);
}

/** A resource route's whole answer: `{ok: true, …value}` or the refusal with its status. */
export function outcomeResponse<T extends object>(outcome: Outcome<T>) {
  if (!outcome.ok) return refusalResponse(outcome.refusal);
  return json({ ok: true as const, ...outcome.value });
}

/** What a fetcher gets back from a resource route built on `outcomeResponse`. */
export type VerbAnswer = { ok: true } | RefusalBody;
