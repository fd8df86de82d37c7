import { isUnique } from "./check-unique.ts";
import { conventionOf, type Convention } from "./convention.ts";

/** How a code is made of a campaign's name: name, separator, unique letters. */
type Stem = { convention: Convention; separator: string };

/**
 * The convention of the names of campaigns: what stands before the unique part of their codes,
 * without the "-" and "_" at its end, which are the separator. Without a unique part that is the
 * convention itself, and codes of a batch get a "-" after its name.
 */
export function stemOf(convention: Convention): Stem {
  const last = convention.parts.at(-1);
  if (!last || !isUnique(last)) return { convention, separator: "-" };
  const parts = convention.parts.slice(0, -1);
  let separator = "";
  for (let part = parts.at(-1); part?.kind === "literal"; part = parts.at(-1)) {
    const text = part.text.replace(/[-_]+$/, "");
    separator = part.text.slice(text.length) + separator;
    parts.pop();
    if (text === "") continue;
    parts.push({ ...part, text });
    break;
  }
  const text = convention.text.slice(0, last.at - 1 - separator.length);
  return { convention: conventionOf(text, parts), separator };
}
