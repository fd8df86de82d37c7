import type { Audience } from "../discount/terms.ts";
import { readIds, type FormReader } from "./form-reader.ts";

/** Whom the discount is for. That somebody is chosen is Shopify's rule: see `refusalsOf`. */
export function readAudience({ form, report }: FormReader): Audience | null {
  const { audience, segmentId, customerIds } = form;
  switch (audience) {
    case "all":
      return { kind: "all" };
    case "segment": {
      const ids = readIds(segmentId);
      if (!ids || ids.length > 1) return report("segmentId", "Choose a segment from the list.");
      return { kind: "segments", ids };
    }
    case "customers": {
      const ids = readIds(customerIds);
      if (!ids) return report("customerIds", "Choose customers from the list.");
      return { kind: "customers", ids };
    }
  }
  // Whoever leaves it out may mean everybody, but not if they chose somebody.
  if (audience === "" && segmentId.trim() === "" && customerIds.trim() === "")
    return { kind: "all" };
  return report("audience", "Choose who can use it: every customer, a segment, or some customers.");
}
