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

/** A posted field as a whole number that a column holds; 0 where it is none. */
export function wholeNumberOf(form: FormData, name: string): number {
  const text = fieldOf(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
