import type { Field } from "../field.ts";
import type { Convention } from "../convention.ts";

const ADJECTIVES: Readonly<Record<string, string>> = {
  season: "Seasonal",
  yy: "Yearly",
  yyyy: "Yearly",
  quarter: "Quarterly",
  month: "Monthly",
  monthname: "Monthly",
  mm: "Monthly",
  week: "Weekly",
  ww: "Weekly",
  channel: "Channel",
  region: "Regional",
  locale: "Language",
};

/** A name for people, such as "Seasonal offer": what a convention begins with and what it gives. */
export function nameProposal({ parts, fields, unique }: Convention): string {
  const [first] = parts;
  const all = [...fields.values()];
  const gives = unique ? "unique codes" : noun(all);
  const literal = first?.kind === "literal" ? first.text.replaceAll(/[-_]+/g, " ").trim() : "";
  const opening = all[0];
  const begin = literal || (opening ? (ADJECTIVES[opening.id] ?? inWords(opening)) : "");
  return begin.toLowerCase() === gives ? `${begin} codes` : `${begin} ${gives}`.trim();
}

function noun(fields: readonly Field[]): string {
  const has = (kind: Field["type"]["kind"]) => fields.some(({ type }) => type.kind === kind);
  if (has("offer")) return "offer";
  if (has("percentage")) return "percentage";
  return has("word") && fields.length > 1 ? "campaign" : "codes";
}

const inWords = ({ label }: Field): string => label.charAt(0).toUpperCase() + label.slice(1);
