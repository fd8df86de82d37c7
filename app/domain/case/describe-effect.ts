import type { Effect, FeltEffect } from "./effect.ts";

/** What names effects are told by. What is not there goes without one: numbers of the database say nothing to anybody. */
export type EffectNames = {
  /** Labels of accounts, by their ids. */
  people: ReadonlyMap<string, string>;
  /** Labels of the same accounts, by their customers' ids. */
  customers: ReadonlyMap<string, string>;
  campaigns: ReadonlyMap<string, string>;
  groups: ReadonlyMap<number, string>;
  orders: ReadonlyMap<string, string>;
};

/** Without the day it ends: days are written as the reader writes them. */
export function describeEffect(effect: Effect, names: EffectNames): string {
  const labelled = (label: string | undefined) => named("account", label, "a further account");
  const account = (id: string) => labelled(names.people.get(id));
  // Who has no label comes last.
  const both = ({ lowId, highId }: { lowId: string; highId: string }) =>
    [names.people.get(lowId), names.people.get(highId)].sort().map(labelled).join(" and ");
  const order = (id: string) => named("order", names.orders.get(id), "an order");
  switch (effect.kind) {
    case "disqualify":
      return `Disqualify ${account(effect.personId)} from ${placeWords(effect, names)}`;
    case "sign_in":
      return `Ask ${account(effect.personId)} to sign in for ${placeWords(effect, names)}`;
    case "split":
      return `Put ${both(effect)} apart`;
    case "join":
      return `Count ${both(effect)} as one person`;
    case "free_use":
      return `Give the use of ${order(effect.orderId)} back`;
    case "tag_customer":
      return `Tag ${named("account", names.customers.get(effect.customerId), "a customer")} “${effect.tag}”`;
    case "tag_order":
      return `Tag ${order(effect.orderId)} “${effect.tag}”`;
    case "note_order":
      return `Write a note on ${order(effect.orderId)}`;
    case "risk":
      return `Say “${effect.level === "HIGH" ? "high" : "low"} risk” on ${order(effect.orderId)}`;
    case "cancel_order":
      return `Cancel ${order(effect.orderId)}`;
  }
}

function named(kind: string, name: string | undefined, nameless: string): string {
  return name === undefined ? nameless : `${kind} ${name}`;
}

function placeWords({ campaignId, group }: FeltEffect, { campaigns, groups }: EffectNames): string {
  if (group !== null) return named("group", groups.get(group), "a group of campaigns");
  return campaignId === null ? "all codes" : (campaigns.get(campaignId) ?? "a deleted campaign");
}

/** What a decision would do, counted: "disqualifies 3 accounts", for several cases at once. */
export function countEffects(effects: readonly Effect[]): string[] {
  const count = (kind: Effect["kind"]) => effects.filter((effect) => effect.kind === kind).length;
  const people = (kind: FeltEffect["kind"]) =>
    new Set(effects.flatMap((effect) => (effect.kind === kind ? effect.personId : []))).size;
  const of = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  return [
    ...of(people("disqualify"), "account is disqualified", "accounts are disqualified"),
    ...of(people("sign_in"), "account is asked to sign in", "accounts are asked to sign in"),
    ...of(count("split"), "link is cut", "links are cut"),
    ...of(count("join"), "link is confirmed as one person", "links are confirmed as one person"),
    ...of(count("free_use"), "use is given back", "uses are given back"),
    ...of(
      count("tag_customer"),
      "customer is tagged in Shopify",
      "customers are tagged in Shopify",
    ),
    ...of(count("tag_order"), "order is tagged in Shopify", "orders are tagged in Shopify"),
    ...of(count("note_order"), "order gets a note in Shopify", "orders get a note in Shopify"),
    ...of(
      count("risk"),
      "order gets an entry in Shopify’s risk panel",
      "orders get an entry in Shopify’s risk panel",
    ),
    ...of(
      count("cancel_order"),
      "order waits to be cancelled, once you confirm",
      "orders wait to be cancelled, once you confirm",
    ),
  ];
}
