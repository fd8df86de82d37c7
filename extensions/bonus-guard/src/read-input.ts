import type { Buyer, EnteredCode } from "../../../app/domain/policy/question.ts";

/** The input as far as it can be trusted; metafield values are left for the wire to judge. */
export type ReadInput = {
  rules: unknown;
  guests: unknown[];
  standing: unknown;
  buyer: Buyer;
  codes: EnteredCode[];
  localDate: string;
  language: string;
};

/** Reads any value at all as an input: a wrong or missing part counts as absent. */
export function readInput(input: unknown): ReadInput {
  const identity = at(at(input, "cart"), "buyerIdentity");
  const discount = at(input, "discount");
  return {
    rules: valueAt(discount, "rules"),
    guests: ["guests0", "guests1", "guests2", "guests3"].map((name) => valueAt(discount, name)),
    standing: valueAt(at(identity, "customer"), "standing"),
    buyer: buyerFrom(identity),
    codes: codesFrom(at(input, "enteredDiscountCodes")),
    localDate: textOr("", at(at(at(input, "shop"), "localTime"), "date")),
    language: textOr("en", at(at(at(input, "localization"), "language"), "isoCode")),
  };
}

function buyerFrom(identity: unknown): Buyer {
  const email = textOr(null, at(identity, "email"));
  const phone = textOr(null, at(identity, "phone"));
  const customer = at(identity, "customer");
  if (typeof customer === "object" && customer !== null) {
    const signedIn = at(identity, "isAuthenticated") === true;
    return { state: signedIn ? "signed_in" : "known", email, phone };
  }
  return { state: email === null && phone === null ? "anonymous" : "guest", email, phone };
}

function codesFrom(entered: unknown): EnteredCode[] {
  const codes: EnteredCode[] = [];
  if (!Array.isArray(entered)) return codes;
  for (const one of entered as unknown[]) {
    const code = at(one, "code");
    // Without a clear yes the code may not be rejected, so it is not.
    if (typeof code === "string") codes.push({ code, rejectable: at(one, "rejectable") === true });
  }
  return codes;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

const valueAt = (owner: unknown, key: string): unknown => at(at(owner, key), "value");

const textOr = <T>(otherwise: T, value: unknown): string | T =>
  typeof value === "string" ? value : otherwise;
