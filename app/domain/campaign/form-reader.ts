import { decimalsOf, parseMinor } from "../shared/money.ts";
import type { Problem } from "../shared/outcome.ts";
import type { CampaignField, CampaignForm } from "./form.ts";

/** Shopify's counts are 32-bit integers. */
export const MOST_USES = 2_147_483_647;
/** A hundred million of most currencies: no shop gives more, and no sum of it loses its cents. */
const MOST_MINOR = 1e11;

/** One form while it is read: what is wrong is gathered, and what was typed wrongly reads as null. */
export type FormReader = {
  form: CampaignForm;
  currency: string;
  problems: Problem[];
  report: (field: CampaignField, message: string) => null;
};

export function formReader(form: CampaignForm, currency: string): FormReader {
  const problems: Problem[] = [];
  const report = (field: CampaignField, message: string) => {
    problems.push({ field, message });
    return null;
  };
  return { form, currency, problems, report };
}

/** A whole number from 1. */
export function readWhole({ form, report }: FormReader, field: CampaignField, most = MOST_USES) {
  const text = form[field].trim();
  const count = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  return report(field, "Enter a whole number from 1 on.");
}

/** The same where empty means no bound; undefined when it was typed wrongly. */
export function readBound(reader: FormReader, field: CampaignField, most = MOST_USES) {
  const { form, report } = reader;
  if (form[field].trim() === "") return null;
  const text = form[field].trim();
  const count = /^\d{1,12}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  report(field, `Enter a whole number from 1 to ${most}, or leave it empty for no limit.`);
  return undefined;
}

/** An amount of the shop's currency, in its minor unit. */
export function readAmount({ form, currency, report }: FormReader, field: CampaignField) {
  const minor = parseMinor(form[field], currency);
  if (minor !== null && minor >= 1 && minor <= MOST_MINOR) return minor;
  const decimals = decimalsOf(currency);
  const example = decimals === 0 ? "10" : `10.${"0".repeat(decimals)}`;
  return report(field, `Enter an amount above 0 in ${currency}, such as ${example}.`);
}

/** The same where empty means none; undefined when it was typed wrongly. */
export function readAmountOrNone(reader: FormReader, field: CampaignField) {
  if (reader.form[field].trim() === "") return null;
  return readAmount(reader, field) ?? undefined;
}

/** Ids with commas between, each once, in ascending order; null when one of them is none. */
export function readIds(text: string): string[] | null {
  const ids = text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (!ids.every((id) => /^[1-9]\d{0,18}$/.test(id))) return null;
  // Longer numbers are larger; numbers of the same length sort as text.
  return [...new Set(ids)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
