import type { ShopifyEffect } from "#app/domain/case/effect.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import {
  addTags,
  publishRisk,
  readOrderEffects,
  removeTags,
  writeNote,
} from "#app/infra/admin-api/documents/order-effects.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";

/** Why Shopify refused it, in its words; null when it is so by now. */
export type Refused = string | null;

/** All but cancelling, which takes Shopify a while: see `cancelInShopify`. */
type AtOnce = Exclude<ShopifyEffect, { kind: "cancel_order" }>;

/** Sees to it that Shopify has what an effect says. Looks before it acts: done twice it is done once. */
export async function carryOut(api: AdminApi, effect: AtOnce): Promise<Refused> {
  switch (effect.kind) {
    case "tag_customer":
      return refusal((await api.run(addTags, tagOf(effect))).tagsAdd);
    case "tag_order":
      return refusal((await api.run(addTags, tagOf(effect))).tagsAdd);
    case "note_order":
      return changeNote(api, effect.orderId, (lines) =>
        lines.includes(effect.text) ? lines : [...lines, effect.text],
      );
    case "risk": {
      const sentiment = effect.level === "HIGH" ? "NEGATIVE" : "POSITIVE";
      return assess(api, effect.orderId, effect.level, effect.facts, sentiment);
    }
  }
}

/** Sees to it that nothing of an effect is left in Shopify. What others wrote there stays. */
export async function takeBack(api: AdminApi, effect: ShopifyEffect): Promise<Refused> {
  switch (effect.kind) {
    case "tag_customer":
    case "tag_order":
      return refusal((await api.run(removeTags, tagOf(effect))).tagsRemove);
    case "note_order":
      return changeNote(api, effect.orderId, (lines) =>
        lines.filter((line) => line !== effect.text),
      );
    case "risk":
      // An assessment cannot be deleted: the app's last word counts.
      return assess(api, effect.orderId, "NONE", ["Staff took their decision back."], "NEUTRAL");
    case "cancel_order":
      return "A cancelled order cannot be brought back.";
  }
}

export const GONE =
  "Shopify does not show that order to Bonafide any more: it is deleted, or older than 60 days.";

function tagOf(effect: ShopifyEffect & { kind: "tag_customer" | "tag_order" }) {
  const id =
    effect.kind === "tag_order"
      ? gidOf("Order", effect.orderId)
      : gidOf("Customer", effect.customerId);
  return { id, tags: [effect.tag] };
}

async function look(api: AdminApi, orderId: string) {
  const answer = await api.run(readOrderEffects, { id: gidOf("Order", orderId) });
  const { order, currentAppInstallation } = answer;
  return order && { order, ourApp: currentAppInstallation.app.id };
}

async function changeNote(
  api: AdminApi,
  orderId: string,
  change: (lines: string[]) => string[],
): Promise<Refused> {
  const found = await look(api, orderId);
  if (found === null) return GONE;
  const before = found.order.note ?? "";
  const note = change(before === "" ? [] : before.split("\n")).join("\n");
  if (note === before) return null;
  return refusal((await api.run(writeNote, { id: gidOf("Order", orderId), note })).orderUpdate);
}

type Level = "HIGH" | "LOW" | "NONE";

async function assess(
  api: AdminApi,
  orderId: string,
  riskLevel: Level,
  facts: readonly string[],
  sentiment: "NEGATIVE" | "NEUTRAL" | "POSITIVE",
): Promise<Refused> {
  const found = await look(api, orderId);
  if (found === null) return GONE;
  const said = found.order.risk.assessments.some(
    (each) =>
      each.provider?.id === found.ourApp &&
      each.riskLevel === riskLevel &&
      each.facts.map(({ description }) => description).join("\n") === facts.join("\n"),
  );
  if (said) return null;
  const input = {
    orderId: gidOf("Order", orderId),
    riskLevel,
    facts: facts.map((description) => ({ description, sentiment })),
  };
  const { orderRiskAssessmentCreate } = await api.run(publishRisk, { input });
  return refusal(orderRiskAssessmentCreate);
}

function refusal(payload: { userErrors: readonly { message: string }[] } | null): Refused {
  return wordsOf(payload?.userErrors ?? []);
}

export function wordsOf(errors: readonly { message: string }[]): Refused {
  return errors.length === 0 ? null : errors.map(({ message }) => message).join(" ");
}
