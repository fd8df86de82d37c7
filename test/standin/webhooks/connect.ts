import { randomUUID } from "node:crypto";
import type { ShopState, World, WorldEvent } from "../state.ts";
import { includeFields } from "./include-fields.ts";
import type { WebhookSender } from "./sender.ts";
import type { Subscription, Subscriptions } from "./subscriptions.ts";
import { allowsTopic } from "./topic-scope.ts";

/**
 * Turns what happens in the world into webhooks to the app, as its subscriptions say: those of its toml and those it made in
 * the shop. Nothing is sent while nobody said where the app is. Returns how to disconnect.
 */
export function connectWebhooks(
  world: World,
  sender: WebhookSender,
  { apiVersion, subscriptions }: Subscriptions,
): () => void {
  const bodyOf = bodyWriter();
  return world.on((event) => {
    const { appUrl } = world.config;
    if (appUrl === undefined) return;
    if (sender.modes.mute.includes(event.topic)) return;
    const eventId = event.eventId ?? randomUUID();
    const own = [...event.shop.ownSubscriptions.values()].map(({ topic, uri }): Subscription => ({
      topic,
      uri,
      isCompliance: false,
      includeFields: undefined,
    }));
    for (const subscription of [...subscriptions, ...own]) {
      if (!isWanted(event, subscription)) continue;
      sender.add({
        eventId,
        topic: event.topic,
        shop: event.shop.domain,
        apiVersion,
        url: new URL(subscription.uri, appUrl).href,
        body: bodyOf(event.payload, subscription.includeFields),
        triggeredAt: event.triggeredAt,
      });
    }
  });
}

function isWanted({ shop, topic }: WorldEvent, subscription: Subscription): boolean {
  if (subscription.topic !== topic) return false;
  if (subscription.isCompliance) return true;
  return mayHear(shop, topic) && allowsTopic(shop.grantedScopes, topic);
}

/** An app that has been uninstalled hears of that, and then of nothing but compliance. */
function mayHear(shop: ShopState, topic: string): boolean {
  return shop.installed || topic === "app/uninstalled";
}

/** One action often sends one payload under several topics: it is written once. */
function bodyWriter() {
  const written = new WeakMap<object, string>();
  return (payload: unknown, fields: readonly string[] | undefined): string => {
    if (fields) return JSON.stringify(includeFields(payload, fields));
    if (typeof payload !== "object" || payload === null) return JSON.stringify(payload);
    const body = written.get(payload) ?? JSON.stringify(payload);
    written.set(payload, body);
    return body;
  };
}
