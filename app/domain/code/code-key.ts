/**
 * How Shopify compares codes: stray white space around them and the case of ASCII letters do not
 * count. Other letters are left alone, so two codes are the same exactly when their keys are.
 */
export function codeKey(text: string): string {
  const trimmed = text.trim();
  let key = "";
  for (let i = 0; i < trimmed.length; i++) {
    const c = trimmed.charCodeAt(i);
    key += c >= 97 && c <= 122 ? String.fromCharCode(c - 32) : trimmed[i];
  }
  return key;
}
