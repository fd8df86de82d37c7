import { checkRoom } from "../code/guess-odds.ts";
import { LIMIT_WINDOWS, type Limit } from "../policy/limit.ts";
import { decimalsOf, parseMinor } from "../shared/money.ts";
import type { Problem } from "../shared/outcome.ts";
import type { Zone } from "../shared/zone.ts";
import type { CampaignForm, CampaignTerms, CodePlan } from "./form.ts";
import type { Offer } from "./offer.ts";
import { GUEST_RULES, type GuestRule } from "./status.ts";

/** Codes a campaign may be given at once. Shopify's own bound is 20,000,000 a store, for all time. */
export const MOST_CODES = 1_000_000;
/** Shopify's `usageLimit` is a 32-bit integer. */
const MOST_USES = 2_147_483_647;
/** The guard counts per customer in a compact format; a larger number is no limit at all. */
const MOST_PER_CUSTOMER = 1_000;

export type ReadForm = { ok: true; terms: CampaignTerms } | { ok: false; problems: Problem[] };

/** Checks a form field by field and reads it. Every problem is reported at once, each beside its field. */
export function readForm(form: CampaignForm, shop: { currency: string; zone: Zone }): ReadForm {
  const problems: Problem[] = [];
  const report = (field: keyof CampaignForm) => (message: string) => {
    problems.push({ field, message });
    return null;
  };
  const offer = readOffer(form, shop.currency, report);
  const startsAt = readInstant(form.startsAt, shop.zone, report("startsAt"));
  const endsAt = form.endsAt.trim() ? readInstant(form.endsAt, shop.zone, report("endsAt")) : null;
  if (startsAt && endsAt && endsAt <= startsAt) {
    report("endsAt")(
      "The end must be after the start. Choose a later end, or leave it empty for no end.",
    );
  }
  const totalCap = readCount(form.totalCap, MOST_USES, report("totalCap"));
  const limit = readLimit(form, report);
  const guestRule = readGuestRule(form.guestRule, report("guestRule"));
  const segmentId = readSegment(form.segmentId, report("segmentId"));
  const codes = readCodes(form, report);
  if (problems.length > 0 || !offer || !startsAt || !codes || !guestRule)
    return { ok: false, problems };
  const frees = {
    cancel: form.freesOnCancel === "on",
    fullRefund: form.freesOnFullRefund === "on",
    expiry: form.freesOnExpiry === "on",
  };
  return {
    ok: true,
    terms: { offer, startsAt, endsAt, totalCap, limit, segmentId, guestRule, codes, frees },
  };
}

type Report = (message: string) => null;
type ReportOn = (field: keyof CampaignForm) => Report;

function readOffer(form: CampaignForm, currency: string, report: ReportOn): Offer | null {
  if (form.offerKind === "free_shipping") return { kind: "free_shipping" };
  if (form.offerKind === "percentage") {
    const basisPoints = parseMinor(form.percentage, "EUR");
    if (basisPoints === null || basisPoints < 1 || basisPoints > 10_000) {
      return report("percentage")(
        "Enter a percentage above 0 and up to 100, with at most two decimals.",
      );
    }
    return { kind: "percentage", basisPoints };
  }
  if (form.offerKind === "fixed_amount") {
    const amountMinor = parseMinor(form.amount, currency);
    if (amountMinor === null || amountMinor < 1 || amountMinor > 1e11) {
      const decimals = decimalsOf(currency);
      const example = decimals === 0 ? "10" : `10.${"0".repeat(decimals)}`;
      return report("amount")(`Enter an amount above 0 in ${currency}, such as ${example}.`);
    }
    return { kind: "fixed_amount", amountMinor, currency };
  }
  return report("offerKind")(
    "Choose what the code takes off: a percentage, an amount or the shipping.",
  );
}

function readInstant(text: string, zone: Zone, report: Report): Date | null {
  return (
    zone.instantOf(text.trim()) ?? report("Enter a date and a time, such as 2026-06-01 at 09:00.")
  );
}

/** Empty means no bound. */
function readCount(text: string, most: number, report: Report): number | null {
  const trimmed = text.trim();
  if (!trimmed) return null;
  const count = /^\d{1,12}$/.test(trimmed) ? Number(trimmed) : 0;
  if (count < 1 || count > most) {
    return report(`Enter a whole number from 1 to ${most}, or leave it empty for no limit.`);
  }
  return count;
}

function readLimit(form: CampaignForm, report: ReportOn): Limit | null {
  const perCustomer = readCount(form.perCustomer, MOST_PER_CUSTOMER, report("perCustomer"));
  if (perCustomer === null) return null;
  const window = LIMIT_WINDOWS.find((known) => known === form.limitWindow);
  if (!window) {
    return report("limitWindow")("Choose over how long the uses of one customer are counted.");
  }
  return { perCustomer, window };
}

function readGuestRule(text: string, report: Report): GuestRule | null {
  const rule = GUEST_RULES.find((known) => known === text);
  return rule ?? report("Choose what happens to shoppers who are not signed in.");
}

function readSegment(text: string, report: Report): string | null {
  const trimmed = text.trim();
  if (!trimmed) return null;
  return /^\d{1,19}$/.test(trimmed) ? trimmed : report("Choose a segment from the list.");
}

function readCodes(form: CampaignForm, report: ReportOn): CodePlan | null {
  if (form.codeKind === "public") return { kind: "public" };
  if (form.codeKind === "list") return readList(form, report);
  if (form.codeKind !== "unique")
    return report("codeKind")("Choose one public code, unique codes or your own list.");
  const check = form.codeCheck === "on";
  const count = /^\d{1,9}$/.test(form.codeCount.trim()) ? Number(form.codeCount) : 0;
  if (count < 1 || count > MOST_CODES) {
    return report("codeCount")(`Enter how many codes to make, from 1 to ${MOST_CODES}.`);
  }
  const length = form.codeLength.trim() === "" ? null : Number(form.codeLength);
  const room = length === null ? null : checkRoom({ length, alphabet: "safe", check }, count);
  if (room && !room.ok) return report("codeLength")(room.message);
  return { kind: "unique", count, length, check };
}

function readList(form: CampaignForm, report: ReportOn): CodePlan | null {
  const importId = form.importId.trim();
  if (!importId) return report("importId")("Bring your codes: paste them or choose a file.");
  const before = form.usesPerCode.trim();
  const usesPerCode = readCount(form.usesPerCode, MOST_USES, report("usesPerCode"));
  return before !== "" && usesPerCode === null ? null : { kind: "list", importId, usesPerCode };
}
