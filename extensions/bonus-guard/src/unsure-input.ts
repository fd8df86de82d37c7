/**
 * The shape of the input (`run.graphql`) when nothing about it is certain, with what its letters are. Only what is null or
 * absent stops a chain of `?.`; asking a text, a number or a list for a part it has not gives undefined.
 */
type Unsure<Parts> = { readonly [Part in keyof Parts]?: Parts[Part] } | null | undefined;
type Value = Unsure<{ a: unknown }>;
export type UnsureInput = Unsure<{
  /** The cart: */
  a: Unsure<{
    /** who buys: signed in, e-mail, phone, */
    a: Unsure<{
      a: unknown;
      b: unknown;
      c: unknown;
      /** as a customer: number of orders, standing. */
      d: Unsure<{ a: unknown; b: Value }>;
    }>;
  }>;
  /** The discount: two shards of rules, four of guests. */
  b: Unsure<{ a: Value; b: Value; c: Value; d: Value; e: Value; f: Value }>;
  /** Entered codes: code, whether it may be rejected. */
  c: Unsure<{ a: unknown; b: unknown }>[];
  /** The shop: local time: date. */
  d: Unsure<{ a: Value }>;
  /** The localization: language: code. */
  e: Unsure<{ a: Value }>;
}>;
