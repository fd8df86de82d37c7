import { withoutNul } from "./search-params.ts";

/** A posted field as text; a missing field or a file counts as empty. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? withoutNul(value) : "";
}
