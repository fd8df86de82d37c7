import type { TermsField } from "#app/domain/discount/terms.ts";

/** What a field of a discount is called, beside a form and within a sentence. */
export const FIELD_LABELS: Record<TermsField, string> = {
  title: "Title",
  startsAt: "Start",
  endsAt: "End",
  usageLimit: "Usage limit",
  oncePerCustomer: "Once per customer",
  audience: "Who can use it",
  combines: "Combinations",
  value: "What it takes off",
  items: "What it is on",
  minimum: "Minimum purchase",
};

/** "title, end and usage limit". */
export function fieldList(fields: readonly { field: TermsField }[], locale: string): string {
  const names = fields.map(({ field }) => lowerFirst(FIELD_LABELS[field]));
  // The words are English whatever way numbers are written.
  return new Intl.ListFormat(locale.startsWith("en") ? locale : "en", {
    style: "long",
    type: "conjunction",
  }).format(names);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
