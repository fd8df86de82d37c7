/** One of the allowed values from the address, else the fallback: addresses are typed, shared and grow old. */
export function oneOf<T extends string>(
  url: URL,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const value = url.searchParams.get(name);
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

/** Trimmed text from the address, at most `length` characters. */
export function textOf(url: URL, name: string, length = 255): string {
  return withoutNul(url.searchParams.get(name) ?? "")
    .trim()
    .slice(0, length);
}

/** An id of a row of ours; "" for anything else, which could be none. */
export function idOf(url: URL, name: string): string {
  const text = textOf(url, name, 37);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text : "";
}

/** Trimmed text from the address, with null where there is nothing. */
export function textOrNull(url: URL, name: string): string | null {
  return textOf(url, name) || null;
}

/** No person types U+0000, and PostgreSQL takes it in no text. */
export function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}
