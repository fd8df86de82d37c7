/**
 * Server and browser may ship different locale data, whose only difference in what we show is which kind of space
 * it uses. One kind everywhere keeps the server's page and the browser's the same, letter for letter.
 */
export function settle(text: string): string {
  return text.replace(/[\u2009\u202f]/g, "\u00a0");
}
