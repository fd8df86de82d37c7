import { NEUTRAL, SHIPPED } from "#app/domain/policy/shipped-texts.ts";

/** A sentence with examples in the place of its placeholders: “once a month”, 1, the last day of May. */
export function previewOf(sentence: string, language: string): string {
  const { wording } = SHIPPED[language.slice(0, 2)] ?? { wording: NEUTRAL };
  const limit = wording.limit({ perCustomer: 1, window: "month", counter: "campaign" });
  const until =
    wording.months.length > 0
      ? wording.date
          .replace("{d}", "31")
          .replace("{m}", wording.months[4] ?? "")
          .replace("{y}", "2026")
      : "2026-05-31";
  return sentence
    .replaceAll("{limit}", limit)
    .replaceAll("{count}", "1")
    .replaceAll("{until}", until);
}
