/*
 * One person, one spelling: what is digested for guests must come out the same at the checkout
 * and on the server. Only what a provider itself treats as the same mailbox is folded.
 */

/** Pairs "other name=mailbox". */
const SAME_MAILBOX =
  " googlemail.com=gmail.com me.com=icloud.com mac.com=icloud.com" +
  " protonmail.com=proton.me pm.me=proton.me ";

/** Providers that deliver name+anything@ to name@. */
const PLUS_TAGS =
  " gmail.com icloud.com proton.me fastmail.com mailbox.org posteo.de outlook.com outlook.de" +
  " hotmail.com hotmail.de hotmail.co.uk hotmail.fr live.com live.de msn.com ";

/** An e-mail address as its provider sees it, or null when the text cannot be one. */
export function canonicalEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf("@");
  let name = address.slice(0, at);
  let domain = address.slice(at + 1);
  const other = " " + domain + "=";
  const pair = SAME_MAILBOX.indexOf(other);
  if (pair >= 0) {
    const from = pair + other.length;
    domain = SAME_MAILBOX.slice(from, SAME_MAILBOX.indexOf(" ", from));
  }
  if (PLUS_TAGS.includes(" " + domain + " ")) {
    const plus = name.indexOf("+");
    if (plus > 0) name = name.slice(0, plus);
    if (domain === "gmail.com") name = name.split(".").join("");
  }
  const isAddress = at > 0 && name && domain && !domain.includes(" ") && address.length < 255;
  return isAddress ? name + "@" + domain : null;
}

/** The digits of a phone number with its country code, or null when there are not 7 to 15. */
export function phoneDigits(text: string): string | null {
  let digits = text.slice(0, 40).replace(/\D+/g, "");
  if (digits.startsWith("00")) digits = digits.slice(2);
  return digits.length >= 7 && digits.length <= 15 ? digits : null;
}
