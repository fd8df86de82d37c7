/**
 * How Shopify compares codes: stray white space around them and the case of ASCII letters do not
 * count. Other letters are left alone, so two codes are the same exactly when their keys are.
 */
export function codeKey(text: string): string {
  const trimmed = text.trim();
  return /^[!-~]*$/.test(trimmed)
    ? trimmed.toUpperCase()
    : trimmed.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
