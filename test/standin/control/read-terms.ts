import type { NativeType } from "../admin/discounts/read-offer.ts";
import { gid } from "../gid.ts";
import { idFrom, Refusal } from "./answer.ts";

type Fields = Readonly<Record<string, unknown>>;

const KEPT = ["title", "usageLimit", "tags"] as const;
const KNOWN = new Set<string>([
  ...KEPT,
  ...["code", "codes", "active", "startsAt", "endsAt", "oncePerCustomer", "percentage", "amount"],
  ...["freeShipping", "segmentId", "minimumSubtotal"],
]);

export function typeOf(fields: Fields): NativeType {
  return fields["freeShipping"] === true ? "freeShipping" : "basic";
}

/**
 * The short spelling of a discount's terms as the Admin API's input, those only that are given: `percentage` is 20 for
 * 20 %, `amount` and `minimumSubtotal` are decimals, `segmentId: null` opens it to everybody.
 */
export function readTerms(fields: Fields): Readonly<Record<string, unknown>> {
  const unknown = Object.keys(fields).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) throw new Refusal(422, `Unknown: ${unknown.join(", ")}`);
  const input: Record<string, unknown> = {};
  for (const name of KEPT) if (fields[name] !== undefined) input[name] = fields[name];
  for (const name of ["startsAt", "endsAt"]) {
    if (fields[name] !== undefined) input[name] = instantOf(fields, name);
  }
  const { oncePerCustomer, percentage, amount, segmentId, minimumSubtotal } = fields;
  if (oncePerCustomer !== undefined) input["appliesOncePerCustomer"] = oncePerCustomer === true;
  const value =
    percentage !== undefined
      ? { percentage: Number(percentage) / 100 }
      : amount !== undefined && { discountAmount: { amount: textOf(fields, "amount") } };
  if (value) input["customerGets"] = { value, items: { all: true } };
  if (fields["freeShipping"] === true) input["destination"] = { all: true };
  if (segmentId === null) input["context"] = { all: "ALL" };
  else if (segmentId !== undefined) {
    input["context"] = {
      customerSegments: { add: [gid("Segment", idFrom(textOf(fields, "segmentId")))] },
    };
  }
  if (minimumSubtotal !== undefined) {
    const least = () => ({ greaterThanOrEqualToSubtotal: textOf(fields, "minimumSubtotal") });
    input["minimumRequirement"] = minimumSubtotal === null ? null : { subtotal: least() };
  }
  return input;
}

export function textsOf(fields: Fields, name: string): readonly string[] {
  const value = fields[name] ?? [];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw new Refusal(422, `${name}: a list of codes`);
}

/** A text, or a number as one. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Refusal(422, `${name}: a text or a number`);
}

function instantOf(fields: Fields, name: string): Date | null {
  if (fields[name] === null) return null;
  const at = new Date(textOf(fields, name));
  if (Number.isNaN(at.getTime())) throw new Refusal(422, `${name}: a time, or null`);
  return at;
}
