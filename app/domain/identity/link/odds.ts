/**
 * How likely an observation is for two orders of one person who does not hide, of one person who bends name, address and
 * phone to be taken for another, of one household, and of people who have nothing to do with each other.
 */
export type Odds = readonly [open: number, hiding: number, household: number, unrelated: number];

/** What is compared, and so what a link may rest on. */
export type Feature =
  | "email"
  | "customer"
  | "mailbox"
  | "mailbox_name"
  | "email_domain"
  | "disposable"
  | "phone"
  | "name"
  | "surname"
  | "address"
  | "card"
  | "network"
  | "browser";

/**
 * How two values compare; `alike`: not the same, and no other one either: an initial, a house whose address is typed in
 * another way. Which way it speaks does not follow: another given name speaks for a household, one surname against who hides.
 */
export type Likeness = "same" | "alike" | "other";

/** A reason in bits: positive speaks for one person, negative against; against the better of the alternatives. */
export type Reason = { feature: Feature; bits: number; likeness: Likeness };

/** Takes down what a comparison says of one feature. */
export type Note = (feature: Feature, odds: Odds, likeness: Likeness) => void;
