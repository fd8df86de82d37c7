/**
 * The shape of the input when nothing about it is certain. Only what is null or absent stops a
 * chain of `?.`; asking a text, a number or a list for a part it has not gives undefined.
 */
type Unsure<Parts> = { readonly [Part in keyof Parts]?: Parts[Part] } | null | undefined;
type Value = Unsure<{ value: unknown }>;
export type UnsureInput = Unsure<{
  cart: Unsure<{
    buyerIdentity: Unsure<{
      isAuthenticated: unknown;
      email: unknown;
      phone: unknown;
      customer: Unsure<{ numberOfOrders: unknown; standing: Value }>;
    }>;
  }>;
  discount: Unsure<{
    rules: Value;
    rules1: Value;
    guests0: Value;
    guests1: Value;
    guests2: Value;
    guests3: Value;
  }>;
  enteredDiscountCodes: Unsure<{ code: unknown; rejectable: unknown }>[];
  shop: Unsure<{ localTime: Unsure<{ date: unknown }> }>;
  localization: Unsure<{ language: Unsure<{ isoCode: unknown }> }>;
}>;
