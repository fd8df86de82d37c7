import type { AdoptingSummary, ReadingSummary } from "#app/domain/adoption/reading.ts";
import type { AdoptionPreview } from "#app/domain/adoption/summary.ts";
import { remainingText } from "#app/components/campaign/detail/batch-words.ts";
import { plural } from "#app/components/format/number.ts";

type Say = (value: number) => string;

/** What a reading is at, how far it is, and how long it still takes, as far as that is known. */
export function readingSentence(reading: ReadingSummary, say: Say): string {
  const { remainingSeconds } = reading.progress;
  const left = remainingSeconds === null ? "" : `, ${remainingText(remainingSeconds, say)}`;
  return `${stageOf(reading, say)}${left}.`;
}

function stageOf({ phase, progress, discounts, codes }: ReadingSummary, say: Say): string {
  const { done, total } = progress;
  switch (phase) {
    case "counting":
      return "Counting discounts and codes";
    case "preparing":
      return total > 0
        ? `Shopify puts your discounts and codes together: ${say(done)} of about ${say(total)}`
        : "Shopify puts your discounts and codes together";
    case "downloading":
      return `Read ${say(done)} of about ${say(total)} discounts and codes`;
    case "discounts":
      return `Read ${say(done)} of about ${say(total)} discounts`;
    case "codes":
      return `Read ${say(done)} of about ${say(total)} codes`;
    case "details":
      return `Read ${counted(discounts, codes, say)}; looking at what they are on (${say(done)} so far)`;
    case "comparing":
      return `Read ${counted(discounts, codes, say)}; comparing them with your conventions`;
  }
}

export function counted(discounts: number, codes: number, say: Say): string {
  return `${say(discounts)} ${plural(discounts, "discount", "discounts")} and ${say(codes)} ${plural(codes, "code", "codes")}`;
}

export function adoptingSentence(adopting: AdoptingSummary, say: Say): string {
  const { chosen, adopted, refused, progress } = adopting;
  const no = refused > 0 ? `, ${say(refused)} could not be adopted` : "";
  const what = `${say(adopted)} of ${say(chosen)} ${plural(chosen, "discount", "discounts")} adopted${no}`;
  const { remainingSeconds } = progress;
  return remainingSeconds === null
    ? `${what}.`
    : `${what}, ${remainingText(remainingSeconds, say)}.`;
}

/** Exactly what adopting does, a sentence each. */
export function adoptionSentences(preview: AdoptionPreview, say: Say): string[] {
  const { campaigns, publicCodes, lists, codes, longLists, ended } = preview;
  const kinds = [
    publicCodes > 0 ? `${say(publicCodes)} with one public code` : "",
    lists > 0 ? `${say(lists)} with a list of codes` : "",
  ].filter((text) => text !== "");
  return [
    `${say(campaigns)} ${plural(campaigns, "campaign", "campaigns")} ${plural(campaigns, "is", "are")} made in Bonafide, with ${say(codes)} ${plural(codes, "code", "codes")}: ${kinds.join(", ")}.`,
    "Nothing is changed in Shopify. Codes go on working as they do now, and uses so far stay counted there.",
    ...(ended > 0
      ? [`${say(ended)} ${plural(ended, "of them is", "of them are")} over already.`]
      : []),
    ...(longLists > 0
      ? [
          `${say(longLists)} ${plural(longLists, "list has", "lists have")} more than 100 codes: of these the checkout holds no limit but Shopify’s own.`,
        ]
      : []),
    "From then on, what is changed on either side is brought to the other.",
  ];
}
