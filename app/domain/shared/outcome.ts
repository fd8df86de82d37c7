/** One thing wrong with what a person sent, named by the form field it belongs to ("" = the whole form). */
export type Problem = { field: string; message: string };

/** Why a request was not carried out. Routes answer 403, 404, 409 and 422; nothing was changed. */
export type Refusal =
  | { kind: "forbidden"; message: string }
  | { kind: "not_found"; message: string }
  | { kind: "conflict"; message: string }
  | { kind: "invalid"; problems: Problem[] };

/** What a service answers: the value, or why not. Only bugs and broken infrastructure throw. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

export function invalid(...problems: Problem[]): { ok: false; refusal: Refusal } {
  return refuse({ kind: "invalid", problems });
}

/** One page of a list, in a stable order. `next` fetches the page after, `previous` the one before; null at the ends. */
export type Page<T> = { rows: T[]; total: number; next: string | null; previous: string | null };
