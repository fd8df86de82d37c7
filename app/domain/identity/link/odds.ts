/** How likely an observation is for orders of one person, of one household, and of people who have nothing to do with each other. */
export type Odds = readonly [same: number, household: number, unrelated: number];

/** What is compared, and so what a link may rest on. */
export type Feature =
  | "email"
  | "customer"
  | "mailbox"
  | "email_domain"
  | "disposable"
  | "phone"
  | "name"
  | "surname"
  | "address"
  | "card"
  | "network"
  | "browser";

/** A reason in bits: positive speaks for one person, negative against; against the better of the alternatives. */
export type Reason = { feature: Feature; bits: number };

/** Takes down what a comparison says of one feature. */
export type Note = (feature: Feature, odds: Odds) => void;
