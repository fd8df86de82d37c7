import { useState } from "react";
import type { Chosen, ChosenKind } from "#app/domain/campaign/chosen.ts";

export type ChosenNames = {
  nameOf: (kind: ChosenKind, id: string) => string;
  /** The product a variant is of; undefined when Shopify could not be asked. */
  productOf: (variantId: string) => string | undefined;
  /** What was chosen just now has names the page did not come with. */
  learn: (chosen: readonly Chosen[]) => void;
};

const KINDS: Record<ChosenKind, string> = {
  product: "Product",
  variant: "Variant",
  collection: "Collection",
  customer: "Customer",
};

/** The names of what is chosen: those the page came with, and those of what is chosen on it. */
export function useChosenNames(initial: readonly Chosen[]): ChosenNames {
  const [learned, setLearned] = useState<readonly Chosen[]>([]);
  const find = (kind: ChosenKind, id: string) =>
    [...learned, ...initial].find((each) => each.kind === kind && each.id === id);
  return {
    nameOf: (kind, id) => find(kind, id)?.name ?? `${KINDS[kind]} ${id} (not found in Shopify)`,
    productOf: (variantId) => find("variant", variantId)?.productId,
    learn: (chosen) => setLearned((before) => [...chosen, ...before]),
  };
}
