import type { Buyer, EnteredCode } from "../../../app/domain/policy/question.ts";

/** The input as far as it can be trusted; metafield values are left for the wire to judge. */
export type ReadInput = {
  /** Of the rules' shards and the guests'. */
  values: unknown[];
  guests: unknown[];
  standing: unknown;
  buyer: Buyer;
  codes: EnteredCode[];
  localDate: string;
  language: string;
};

/**
 * The shape of the input when nothing about it is certain. Only what is null or absent stops a
 * chain of `?.`; asking a text, a number or a list for a part it has not gives undefined.
 */
type Unsure<Parts> = { readonly [Part in keyof Parts]?: Parts[Part] } | null | undefined;
type Value = Unsure<{ value: unknown }>;
type UnsureInput = Unsure<{
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
  enteredDiscountCodes: unknown;
  shop: Unsure<{ localTime: Unsure<{ date: unknown }> }>;
  localization: Unsure<{ language: Unsure<{ isoCode: unknown }> }>;
}>;

const NONE: unknown[] = [];

/** Reads any value at all as an input: a wrong or missing part counts as absent. */
export function readInput(raw: unknown): ReadInput {
  const input = raw as UnsureInput;
  const identity = input?.cart?.buyerIdentity;
  const customer = identity?.customer;
  const email = identity?.email;
  const phone = identity?.phone;
  const discount = input?.discount;
  const date = input?.shop?.localTime?.date;
  const language = input?.localization?.language?.isoCode;
  const orders = customer?.numberOfOrders;

  let state: Buyer["state"] = email || phone ? "guest" : "anonymous";
  if (customer) state = identity?.isAuthenticated === true ? "signed_in" : "known";
  const entered = input?.enteredDiscountCodes as Unsure<{ code: unknown; rejectable: unknown }>[];
  const codes: EnteredCode[] = [];
  for (let at = 0; Array.isArray(entered) && at < entered.length; at++) {
    const code = entered[at]?.code;
    // Without a clear yes the code may not be rejected, so it is not.
    const rejectable = entered[at]?.rejectable === true;
    if (typeof code === "string") codes.push({ code, rejectable });
  }
  return {
    values: [discount?.rules?.value, discount?.rules1?.value],
    // Only a guest is looked for among them.
    guests:
      state === "guest"
        ? [
            discount?.guests0?.value,
            discount?.guests1?.value,
            discount?.guests2?.value,
            discount?.guests3?.value,
          ]
        : NONE,
    standing: customer?.standing?.value,
    buyer: {
      state,
      email: typeof email === "string" ? email : null,
      phone: typeof phone === "string" ? phone : null,
      orders: typeof orders === "number" ? orders : null,
    },
    codes,
    localDate: typeof date === "string" ? date : "",
    language: typeof language === "string" ? language : "",
  };
}
