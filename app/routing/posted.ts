import { withoutNul } from "./search-params.ts";

/** A posted field as text; a missing field or a file counts as empty. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? withoutNul(value) : "";
}

/** A posted field as JSON; null where it is none. Whoever takes it checks its shape. */
export function jsonOf(form: FormData, name: string): unknown {
  try {
    return JSON.parse(fieldOf(form, name)) as unknown;
  } catch {
    return null;
  }
}
