import { foldText } from "../fold-text.ts";

/** A postcode in one spelling; "" when there is none. Of a US code the five digits that the delivery goes by. */
export function postcodeOf(text: string | null, country: string | null): string {
  const plain = foldText(text ?? "").replace(/[^a-z0-9]+/g, "");
  if (country === "US" || country === "PR") return plain.slice(0, 5);
  // "D-10115", "F-75001", "A-1010": the country before the code is an old habit.
  const bare = /^(?:d|f|a|b|l|ch|nl|be|de|at|fr)(\d{4,5}[a-z]{0,2})$/.exec(plain)?.[1] ?? plain;
  return bare.slice(0, 10);
}
