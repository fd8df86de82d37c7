import type { Audience } from "../discount/terms.ts";
import { readIds, type FormReader } from "./form-reader.ts";

/** The checkout has room for so many. */
export const MOST_SEGMENTS = 10;

/** Whom the discount is for. That somebody is chosen is Shopify's rule: see `refusalsOf`. */
export function readAudience({ form, report }: FormReader): Audience | null {
  const { audience, segmentIds, customerIds } = form;
  switch (audience) {
    case "all":
      return { kind: "all" };
    case "segment": {
      const ids = readIds(segmentIds);
      if (!ids || ids.length > MOST_SEGMENTS)
        return report("segmentIds", `Choose segments from the list, at most ${MOST_SEGMENTS}.`);
      return { kind: "segments", ids };
    }
    case "customers": {
      const ids = readIds(customerIds);
      if (!ids) return report("customerIds", "Choose customers from the list.");
      return { kind: "customers", ids };
    }
  }
  // Whoever leaves it out may mean everybody, but not if they chose somebody.
  if (audience === "" && segmentIds.trim() === "" && customerIds.trim() === "")
    return { kind: "all" };
  return report("audience", "Choose who can use it: every customer, a segment, or some customers.");
}
