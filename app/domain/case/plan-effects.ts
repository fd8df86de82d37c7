import { CASE_DECISION_LABELS, reasonLabel } from "./case.ts";
import type { WantedDecision } from "./decision.ts";
import type { Effect, ShopifyEffect } from "./effect.ts";

/** What of a case decisions have effects on. People by their roots; ids are Shopify's numbers, or ours. */
export type CaseFacts = {
  number: number;
  sentence: string;
  people: readonly string[];
  /** All links between them. `holds`: it makes two of them one; `isTold`: because staff said so. */
  links: readonly { lowId: string; highId: string; holds: boolean; isTold: boolean }[];
  flags: readonly { orderId: string; codeKey: string; campaignId: string | null }[];
  /** Of the flagged orders. */
  orders: readonly { id: string; customerId: string | null; isCancelled: boolean }[];
};

/** What a decision brings about, in the order it is done. */
export function planEffects(wanted: WantedDecision, facts: CaseFacts): Effect[] {
  return [
    ...disqualifications(wanted, facts),
    ...linkEffects(wanted, facts),
    ...(wanted.freesUse
      ? facts.flags.map(({ orderId, codeKey }): Effect => ({ kind: "free_use", orderId, codeKey }))
      : []),
    ...wanted.shopify.flatMap((kind) => forShopify(kind, wanted, facts)),
  ];
}

function disqualifications({ disqualify }: WantedDecision, facts: CaseFacts): Effect[] {
  if (!disqualify) return [];
  const { step: kind, scope, until } = disqualify;
  const places =
    scope.kind === "campaign"
      ? [...new Set(facts.flags.flatMap(({ campaignId }) => campaignId ?? []))].map(
          (campaignId) => ({ campaignId, group: null }),
        )
      : [{ campaignId: null, group: scope.kind === "group" ? scope.number : null }];
  return facts.people.flatMap((personId) =>
    places.map((place): Effect => ({ kind, personId, ...place, until })),
  );
}

/** Who is one person is so by every link, also by those that spoke for a household or were cut before. */
function linkEffects({ people }: WantedDecision, { links }: CaseFacts): Effect[] {
  if (people === null) return [];
  const kind = people === "apart" ? "split" : "join";
  return links
    .filter(({ holds, isTold }) => (kind === "split" ? holds : !isTold))
    .map(({ lowId, highId }) => ({ kind, lowId, highId }));
}

function forShopify(
  kind: ShopifyEffect["kind"],
  { decision, reason, comment }: WantedDecision,
  { number, sentence, orders }: CaseFacts,
): ShopifyEffect[] {
  const tag = `bonafide-${decision.replace("_", "-")}`;
  const label = reasonLabel(decision, reason);
  const orderIds = orders.map(({ id }) => id);
  switch (kind) {
    case "tag_customer": {
      const ids = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
      return [...ids].map((customerId) => ({ kind, customerId, tag }));
    }
    case "tag_order":
      return orderIds.map((orderId) => ({ kind, orderId, tag }));
    case "note_order": {
      const why = comment === "" ? label : reason === "other" ? comment : `${label}. ${comment}`;
      const text = `Bonafide, case ${number}: ${CASE_DECISION_LABELS[decision]}. ${why}`;
      return orderIds.map((orderId) => ({ kind, orderId, text }));
    }
    case "risk": {
      const level = decision === "abuse" ? "HIGH" : "LOW";
      const facts = [`Reviewed by staff: ${label}.`, ...(decision === "abuse" ? [sentence] : [])];
      return orderIds.map((orderId) => ({ kind, orderId, level, facts }));
    }
    case "cancel_order":
      return orders.flatMap(({ id, isCancelled }) => (isCancelled ? [] : [{ kind, orderId: id }]));
  }
}
