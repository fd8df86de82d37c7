import type { ListValue } from "../field.ts";

/** Values of a list written as "DE Germany; FR France", with synonyms for some of them. */
export function entries(
  text: string,
  synonyms: Readonly<Record<string, readonly string[]>> = {},
): ListValue[] {
  return text
    .replaceAll("\n", " ")
    .split(";")
    .map((entry) => {
      const [value = "", ...label] = entry.trim().split(" ");
      return { value, label: label.join(" "), synonyms: synonyms[value] ?? [] };
    });
}
