import { codeKey } from "../code/code-key.ts";
import { phoneDigits } from "../policy/wire-key.ts";
import { momentOf } from "../replay/moment.ts";
import type { Zone } from "../shared/zone.ts";

/** Who was given what, as somebody wrote it; empty where it is not said. */
export type IssuanceFields = Record<IssuanceField, string>;
export type IssuanceField = "campaign" | "code" | "email" | "customer" | "phone" | "channel" | "at";

/** Who was given what. Null where the row does not say: then it is as the whole list is. */
export type IssuanceRow = {
  campaign: string | null;
  codeKey: string | null;
  who: { customerId: string | null; email: string | null; phone: string | null };
  channel: string | null;
  at: Date | null;
};

export type ReadIssuance = { ok: true; row: IssuanceRow } | BadIssuance;
export type BadIssuance = { ok: false; field: IssuanceField; reason: string };

/** Of a channel, in characters. */
export const LONGEST_CHANNEL = 40;

const CUSTOMER = /^(?:gid:\/\/shopify\/Customer\/)?([1-9]\d{0,17})$/;
/** By how much the sender’s clock may be ahead of ours. */
const AHEAD_MS = 5 * 60_000;
/** Nothing was issued before; years nobody means come of a wrong column. */
const FIRST = new Date("2000-01-01T00:00:00Z");
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Times without a zone are the shop's. `reason`: for the merchant, without the person. */
export function readIssuance(
  fields: IssuanceFields,
  { zone, now }: { zone: Zone; now: Date },
): ReadIssuance {
  const { customer, email, phone, channel } = fields;
  if (customer === "" && email === "" && phone === "")
    return bad("customer", "It does not say who: give an e-mail address or a customer number.");
  const customerId = CUSTOMER.exec(customer)?.[1] ?? null;
  if (customer !== "" && customerId === null)
    return bad("customer", "The customer must be Shopify’s customer number, such as 6123456789.");
  if (email !== "" && !EMAIL.test(email)) return bad("email", INCOMPLETE);
  if (phone !== "" && phoneDigits(phone) === null)
    return bad("phone", "A phone number has 7 to 15 digits, with its country code: +493012345678.");
  const at = fields.at === "" ? null : momentOf(fields.at, zone, { end: false });
  if (fields.at !== "" && !at)
    return bad("at", "The date cannot be read. Write it as 2026-06-01 or 2026-06-01 09:00.");
  if (at && at.getTime() > now.getTime() + AHEAD_MS) return bad("at", "The date is in the future.");
  if (at && at < FIRST) return bad("at", "The date is before the year 2000.");
  if (channel.length > LONGEST_CHANNEL)
    return bad("channel", `A channel can have at most ${LONGEST_CHANNEL} characters.`);
  const code = codeKey(fields.code);
  const row: IssuanceRow = {
    campaign: fields.campaign || null,
    codeKey: code === "" ? null : code,
    who: { customerId, email: email || null, phone: phone || null },
    channel: channel || null,
    at: at && at > now ? now : at,
  };
  return { ok: true, row };
}

export const INCOMPLETE = "The e-mail address is not complete.";

function bad(field: IssuanceField, reason: string): BadIssuance {
  return { ok: false, field, reason };
}
