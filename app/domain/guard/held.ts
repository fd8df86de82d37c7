/** What becomes of guests of a campaign when there is no room for them: asked to sign in, or let through. */
export type GuestOverflow = "sign_in" | "allow";

export const GUEST_OVERFLOWS: readonly GuestOverflow[] = ["sign_in", "allow"];

/**
 * What of the rules and guests the checkout has room for, as it was last written there. `identities`: e-mails and
 * phones at a limit, once for each limit, of at most `capacity`. `bytes` of `limitBytes` are taken by rules. Campaigns
 * by their rules' ids: `folded` and `dropped` (`chooseRules`), and `switched`, whose guests are not compared any more
 * but treated as `overflow` says.
 */
export type GuardHeld = {
  identities: number;
  capacity: number;
  bytes: number;
  limitBytes: number;
  folded: readonly string[];
  dropped: readonly string[];
  switched: readonly string[];
  overflow: GuestOverflow;
};
