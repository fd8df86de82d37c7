/**
 * How Shopify compares codes: stray white space around them and the case of ASCII letters do not
 * count. Other letters are left alone, so two codes are the same exactly when their keys are.
 */
export function codeKey(text: string): string {
  return text.trim().replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
