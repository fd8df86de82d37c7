/** An argument that is a string, or nothing. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
