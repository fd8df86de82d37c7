import type { OpenRules } from "./rules-reader.ts";

/**
 * Who is at the checkout. "known": Shopify matched them to a customer by e-mail, but they are not
 * signed in, so anyone could have typed it. "guest": e-mail or phone, no customer. `orders` is
 * Shopify's count of the customer's orders, null when not known. E-mail and phone are as typed, empty
 * when there is none.
 */
export type Buyer = {
  state: "signed_in" | "known" | "guest" | "anonymous";
  email: string;
  phone: string;
  orders: number | null;
};

/** A code as the shopper typed it; one already applied can no longer be rejected. */
export type EnteredCode = { code: string; rejectable: boolean };

/**
 * What is known of the guest at the checkout. Scopes and counters as in `counterOf`; `period`: of a limit's
 * window today (`periodName`). `held`: 2 when they are disqualified, 3 when they are asked to sign in, else neither.
 */
export type GuestBook = {
  reached(counter: string, period: string, today: string): boolean;
  held(scope: string): number;
};

/**
 * What `judge` answers: from what stands on the wire, on the server (which encodes what it knows) as
 * at the checkout. Null when missing or unreadable: what cannot be known never refuses.
 */
export type Question = {
  rules: OpenRules | null;
  /**
   * As it is written (`standing-wire.ts`), whole. Empty when nothing was ever written of the account: then nothing was
   * issued to it, and all else is as when it cannot be read.
   */
  standing: string | null;
  guests: GuestBook | null;
  state: Buyer["state"];
  orders: Buyer["orders"];
  codes: readonly EnteredCode[];
  /** The shop's local day, a `dayCode`; empty when it is not known. */
  today: string;
};
