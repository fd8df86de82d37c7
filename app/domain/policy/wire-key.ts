/*
 * One person, one spelling: what is digested for guests must come out the same at the checkout
 * and on the server. Only what a provider itself treats as the same mailbox is folded.
 */

const GMAIL = "gmail.com";

/** Domains that are other names of one mailbox. */
const SAME_MAILBOX: ReadonlyMap<string, string> = new Map([
  ["googlemail.com", GMAIL],
  ["me.com", "icloud.com"],
  ["mac.com", "icloud.com"],
  ["protonmail.com", "proton.me"],
  ["pm.me", "proton.me"],
]);

/** Providers that deliver name+anything@ to name@. */
const PLUS_TAGS = [
  "gmail.com",
  "icloud.com",
  "proton.me",
  "outlook.com",
  "outlook.de",
  "hotmail.com",
  "hotmail.de",
  "hotmail.co.uk",
  "hotmail.fr",
  "live.com",
  "live.de",
  "msn.com",
  "fastmail.com",
  "mailbox.org",
  "posteo.de",
];

/** An e-mail address as its provider sees it, or null when the text cannot be one. */
export function canonicalEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  if (at < 1 || at === address.length - 1 || address.length > 254) return null;
  const written = address.slice(at + 1);
  const domain = SAME_MAILBOX.get(written) ?? written;
  let name = address.slice(0, at);
  if (PLUS_TAGS.includes(domain)) {
    const plus = name.indexOf("+");
    if (plus > 0) name = name.slice(0, plus);
    if (domain === GMAIL) name = name.split(".").join("");
  }
  return name === "" ? null : name + "@" + domain;
}

/** The digits of a phone number with its country code, or null when there are not 7 to 15. */
export function phoneDigits(text: string): string | null {
  let digits = "";
  for (let i = 0; i < text.length && digits.length < 20; i++) {
    const c = text.charCodeAt(i);
    if (c >= 48 && c <= 57) digits += text[i];
  }
  if (digits.startsWith("00")) digits = digits.slice(2);
  return digits.length >= 7 && digits.length <= 15 ? digits : null;
}
