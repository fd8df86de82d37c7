import type { Convention } from "./convention.ts";
import type { DateSpelling, Field } from "./field.ts";
import { formatName } from "./format.ts";
import { stemOf } from "./stem.ts";

const DATES: Readonly<Record<DateSpelling, string>> = {
  YY: "26",
  YYYY: "2026",
  Q: "Q3",
  MON: "JUL",
  MONTH: "JULY",
  MM: "07",
  W: "W28",
  WW: "28",
  DD: "09",
};

/**
 * A campaign's name that fits a convention, to show what it means. Optional parts are left out, and
 * so are unique letters: those are only ever made by the code factory.
 */
export function exampleName(convention: Convention): string {
  const stem = stemOf(convention).convention;
  const dimensions: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const part of stem.parts) {
    if (part.kind === "field") dimensions[part.field.id] = exampleValue(part.field);
  }
  const formatted = formatName(stem, dimensions);
  return formatted.ok ? formatted.name : stem.text;
}

function exampleValue({ id, type }: Field): string {
  switch (type.kind) {
    case "list":
      return (
        type.values.find(({ value }) => value === "SUMMER")?.value ?? type.values[0]?.value ?? ""
      );
    case "date":
      return DATES[type.spelling];
    case "number":
      return String(type.min).padStart(type.digits ?? 1, "0");
    case "percentage":
      return "15";
    case "offer":
      return "FREESHIP";
    case "unique":
      return "";
    case "word": {
      const text =
        type.charset === "digits"
          ? "1234567890"
          : `${id.replace(/[^a-z]/gi, "").toUpperCase()}ABCDEFGHIJ`;
      return text
        .repeat(Math.ceil(type.min / text.length))
        .slice(0, Math.max(type.min, Math.min(type.max, 5)));
    }
  }
}
