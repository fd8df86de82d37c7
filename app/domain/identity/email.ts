import { canonicalEmail } from "../policy/wire-key.ts";
import { DISPOSABLE, PUBLIC_PROVIDERS, RELAYS } from "./email-domains.ts";
import { foldText, lettersOf } from "./fold-text.ts";

/**
 * An e-mail address taken apart.
 *
 * - `canonical`: one mailbox, one text: provider rules, and tags after "+" anywhere ("-" at Yahoo). A mail server of
 *   one's own may deliver "a+b@" elsewhere than "a@"; hardly anyone has such a pair.
 * - `spelling`: the mailbox without a tag, dots as typed.
 * - `stem`: the letters of the mailbox, without digits and separators.
 * - `privateDomain`: the domain when it is no provider for everyone: an employer, a family, a catch-all; else null.
 * - `isRelay`: made up by a relay for one shop; its letters say nothing.
 */
export type EmailParts = {
  canonical: string;
  spelling: string;
  stem: string;
  domain: string;
  privateDomain: string | null;
  isDisposable: boolean;
  isRelay: boolean;
};

export function readEmail(text: string): EmailParts | null {
  const known = canonicalEmail(text);
  if (!known) return null;
  const at = known.lastIndexOf("@");
  const domain = known.slice(at + 1);
  const mailbox = withoutTag(known.slice(0, at), domain);
  const isDisposable = DISPOSABLE.has(domain);
  const isRelay = RELAYS.has(domain);
  const isPublic = isDisposable || isRelay || PUBLIC_PROVIDERS.has(domain);
  return {
    canonical: `${mailbox}@${domain}`,
    spelling: withoutTag(text.trim().toLowerCase().split("@")[0] ?? "", domain),
    stem: isRelay ? "" : lettersOf(foldText(mailbox)),
    domain,
    privateDomain: isPublic ? null : domain,
    isDisposable,
    isRelay,
  };
}

function withoutTag(mailbox: string, domain: string): string {
  const tag = domain.startsWith("yahoo.") || domain === "ymail.com" ? /[+-]/ : /\+/;
  const at = mailbox.search(tag);
  return at > 0 ? mailbox.slice(0, at) : mailbox;
}
