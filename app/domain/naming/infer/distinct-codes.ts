import { codeKey } from "#app/domain/code/code-key.ts";
import { checkCodeText, CODE_LENGTH_LIMIT } from "#app/domain/code/code-text.ts";

/**
 * Codes as Shopify compares them, each once, in an order that does not depend on theirs.
 * `unreadable`: no convention can name them, since they hold other characters than ours.
 */
export function distinctCodes(codes: readonly string[]): {
  readable: string[];
  unreadable: string[];
} {
  const readable = new Set<string>();
  const unreadable = new Set<string>();
  for (const code of codes) {
    const check = checkCodeText(code);
    if (check.ok) readable.add(check.key);
    // An endless text is compared as it stands; folding it would copy it.
    else unreadable.add(code.length > 4 * CODE_LENGTH_LIMIT ? code : codeKey(code));
  }
  return { readable: [...readable].sort(), unreadable: [...unreadable].sort() };
}
