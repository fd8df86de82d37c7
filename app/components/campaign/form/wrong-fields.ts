import type { CampaignField, CampaignForm } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import type { Zone } from "#app/domain/shared/zone.ts";

/** The browser has no zones; which of two times is the later one, and whether a text is a time at all, needs none. */
const ZONE: Zone = {
  name: "UTC",
  dayOf: (instant) => instant.toISOString().slice(0, 10),
  wallClockOf: (instant) => instant.toISOString().slice(0, 16),
  instantOf(wallClock) {
    const at = new Date(`${wallClock}Z`);
    return Number.isNaN(at.getTime()) ? null : at;
  },
};

/** The fields whose text could not be saved as it stands, by the rules the server saves by. */
export function wrongFields(form: CampaignForm, currency: string): ReadonlySet<CampaignField> {
  const read = readForm(form, { currency, zone: ZONE });
  const fields = read.ok ? [] : read.problems.map(({ field }) => field as CampaignField);
  return new Set(fields.filter((field) => form[field].trim() !== ""));
}
