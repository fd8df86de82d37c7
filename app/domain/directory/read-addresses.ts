import { canonicalEmail } from "../policy/wire-key.ts";

/** Of one list, as it is pasted. */
export const MOST_ADDRESSES = 5_000;

/**
 * E-mail addresses as they are pasted: one a line, or with commas, semicolons or blanks between them; each once.
 * `problem` says what to do about the first that is none.
 */
export function readAddresses(
  text: string,
): { ok: true; addresses: string[] } | { ok: false; problem: string } {
  const found = new Set<string>();
  for (const [at, line] of text.split("\n").entries()) {
    for (const word of line.split(/[\s,;]+/).filter((each) => each !== "")) {
      const address = /^[^\s@]+@[^\s@]+$/.test(word) ? canonicalEmail(word) : null;
      if (address === null) {
        const problem = `Line ${at + 1}: “${word.slice(0, 60)}” is no whole e-mail address.`;
        return { ok: false, problem };
      }
      found.add(address);
    }
  }
  if (found.size === 0) return { ok: false, problem: "Enter at least one e-mail address." };
  return found.size > MOST_ADDRESSES
    ? { ok: false, problem: "Enter at most 5,000 addresses at a time." }
    : { ok: true, addresses: [...found] };
}
