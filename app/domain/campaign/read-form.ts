import { refusalsOf } from "../discount/refusals.ts";
import { LIMITS_MOST } from "../policy/limit.ts";
import { GUEST_POLICIES, type GuestPolicy } from "../policy/rule.ts";
import type { Problem } from "../shared/outcome.ts";
import type { Zone } from "../shared/zone.ts";
import { canBePrivate } from "./can-be-private.ts";
import { CAMPAIGN_FIELDS, type CampaignForm } from "./form.ts";
import type { CampaignLimit } from "./limit.ts";
import { formReader, readAmountOrNone, readBound, type FormReader } from "./form-reader.ts";
import { valueOf } from "./offer.ts";
import { readAudience } from "./read-audience.ts";
import { readCodes } from "./read-codes.ts";
import { readEligibility } from "./read-eligibility.ts";
import { readItems, readMinimum } from "./read-items.ts";
import { readGroups, readLimits } from "./read-limits.ts";
import { readOffer } from "./read-offer.ts";
import { refusedField } from "./refused-field.ts";
import type { CampaignTerms } from "./terms.ts";

export type ReadForm = { ok: true; terms: CampaignTerms } | { ok: false; problems: Problem[] };

/**
 * Checks a form field by field and reads it. Every problem is reported at once, each beside its field, also what
 * Shopify would refuse.
 */
export function readForm(form: CampaignForm, shop: { currency: string; zone: Zone }): ReadForm {
  const reader = formReader(form, shop.currency);
  const offer = readOffer(reader);
  const items = readItems(reader);
  const minimum = readMinimum(reader);
  const startsAt = readInstant(reader, "startsAt", shop.zone);
  const endsAt = form.endsAt.trim() ? readInstant(reader, "endsAt", shop.zone) : null;
  const totalCap = readBound(reader, "totalCap") ?? null;
  const spendCapMinor = readAmountOrNone(reader, "spendCap") ?? null;
  const limits = readLimits(reader);
  const customerCapMinor = readCustomerCap(reader, limits.length);
  const householdLimit = readHouseholdLimit(reader, limits);
  const groups = readGroups(reader, limits);
  const audience = readAudience(reader);
  const eligibility = audience && readEligibility(reader, audience);
  const guestPolicy = readGuestPolicy(reader);
  const codes = readCodes(reader);
  const combines = {
    order: form.combinesOrder === "on",
    product: form.combinesProduct === "on",
    shipping: form.combinesShipping === "on",
  };
  for (const { refused, message } of refusalsOf({
    startsAt: startsAt?.toISOString(),
    endsAt: endsAt?.toISOString(),
    value: offer ? valueOf(offer) : undefined,
    audience: audience ?? undefined,
    items: items ?? undefined,
    ...{ minimum, combines },
  })) {
    reader.report(refusedField(refused, form), message);
  }
  const { problems } = reader;
  if (problems.length > 0 || !offer || !items || minimum === undefined || !startsAt)
    return { ok: false, problems: inOrder(problems) };
  if (!audience || !eligibility || !groups || !codes || !guestPolicy)
    return { ok: false, problems };
  const frees = {
    cancel: form.freesOnCancel === "on",
    fullRefund: form.freesOnFullRefund === "on",
    partialRefund: form.freesOnPartialRefund === "on",
    chargeback: form.freesOnChargeback === "on",
    expiry: form.freesOnExpiry === "on",
  };
  const who = {
    eligibility,
    customerIds: audience.kind === "customers" ? audience.ids : [],
    issuedOnly: form.issuedOnly === "on",
    isPrivate: form.isPrivate === "on" && canBePrivate(form),
    guestPolicy,
  };
  return {
    ok: true,
    terms: {
      ...{ offer, items, minimum, combines, startsAt, endsAt, totalCap, codes, frees },
      ...{ spendCapMinor, customerCapMinor, householdLimit, limits, groups },
      ...who,
    },
  };
}

/** As they stand on the page, from top to bottom. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const placeOf = ({ field }: Problem) => (CAMPAIGN_FIELDS as readonly string[]).indexOf(field);
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b));
}

function readInstant({ form, report }: FormReader, field: "startsAt" | "endsAt", zone: Zone) {
  return (
    zone.instantOf(form[field].trim()) ??
    report(field, "Enter a date and a time, such as 2026-06-01 at 09:00.")
  );
}

/** The cap takes the place of one limit at checkout. */
function readCustomerCap(reader: FormReader, limits: number): number | null {
  const minor = readAmountOrNone(reader, "customerCap") ?? null;
  if (minor === null || limits < LIMITS_MOST) return minor;
  const message = `With a cap per customer there is room for ${LIMITS_MOST - 1} limits. Remove a limit, or leave the cap empty.`;
  return reader.report("customerCap", message);
}

/** Whoever may use it three times lives in a household that may. */
function readHouseholdLimit(reader: FormReader, limits: readonly CampaignLimit[]): number | null {
  const most = readBound(reader, "householdLimit") ?? null;
  const [first] = limits;
  if (most === null || !first || most >= first.perCustomer) return most;
  const message = `One customer may use it ${first.perCustomer} times, so a household may at least as often. Enter ${first.perCustomer} or more.`;
  return reader.report("householdLimit", message);
}

function readGuestPolicy({ form, report }: FormReader): GuestPolicy | null {
  const rule = GUEST_POLICIES.find((known) => known === form.guestPolicy);
  return rule ?? report("guestPolicy", "Choose what happens to shoppers who are not signed in.");
}
