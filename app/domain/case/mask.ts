/** A name as far as reviewers need it: "Anna Kowalski" is "Anna K.", an address "an•••@example.com", a number its end. */
export function maskName(name: string): string {
  const text = name.trim();
  const at = text.lastIndexOf("@");
  if (at > 0) return `${text.slice(0, Math.min(2, at - 1) || 1)}•••${text.slice(at)}`;
  if (/^[+\d][\d\s()-]{5,}$/.test(text)) return `•••${text.slice(-3)}`;
  const [first = "", ...rest] = text.split(/\s+/);
  const last = rest.at(-1);
  return last === undefined ? first : `${first} ${[...last][0] ?? ""}.`;
}
