/** Languages offered beside those a shop has; any that Shopify's checkout speaks can be written in. */
export const LANGUAGES = [
  "en",
  "de",
  "fr",
  "it",
  "es",
  "nl",
  "pl",
  "pt-br",
  "pt-pt",
  "da",
  "sv",
  "nb",
  "fi",
  "cs",
  "ja",
];

/** "German", in the reader's language. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    // Not a language tag: shown as it is.
    return tag;
  }
}
