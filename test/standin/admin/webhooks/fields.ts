import type { OwnSubscription } from "../../state.ts";
import { gid } from "../../gid.ts";
import { allowsTopic } from "../../webhooks/topic-scope.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { refuse } from "../discounts/problems.ts";
import { unimplemented } from "../errors.ts";
import { hasValue } from "../page.ts";
import { refusable } from "../payload.ts";
import { instant } from "../scalars.ts";

/** Of the arguments that narrow subscriptions down, `topics` is known. */
const UNKNOWN_ARGS = ["callbackUrl", "format", "uri"];

export function webhookQueries({ shop }: AdminContext) {
  return {
    webhookSubscriptions(args: Args) {
      const unknown = UNKNOWN_ARGS.find((name) => hasValue(args[name]));
      if (unknown !== undefined) throw unimplemented(`webhookSubscriptions by ${unknown}`);
      const topics = args["topics"] as readonly string[] | null | undefined;
      const items = [...shop.ownSubscriptions.values()].filter(
        ({ topic }) => !topics || topics.includes(topicName(topic)),
      );
      return connection(
        "WebhookSubscriptionConnection",
        {
          ...{ items, idOf: ({ id }: OwnSubscription) => id, view: subscriptionView },
          sortBy: { CREATED_AT: ({ createdAt }) => createdAt.getTime() },
        },
        args,
      );
    },
  };
}

export function webhookMutations({ world, shop }: AdminContext) {
  return {
    webhookSubscriptionCreate: refusable(
      "WebhookSubscriptionCreatePayload",
      ["webhookSubscription"],
      ({ topic: name, webhookSubscription }) => {
        const { uri: given, ...others } = webhookSubscription as Args;
        const [unknown] = Object.keys(others).filter((key) => hasValue(others[key]));
        if (unknown !== undefined) throw unimplemented(`WebhookSubscriptionInput.${unknown}`);
        const uri = String(given);
        if (!URL.canParse(uri)) return refuse(["webhookSubscription", "uri"], null, "Invalid uri");
        const topic = topicOf(String(name));
        if (!allowsTopic(shop.grantedScopes, topic))
          return refuse(
            ["topic"],
            null,
            "You cannot create a webhook subscription with the specified topic",
          );
        const isTaken = [...shop.ownSubscriptions.values()].some(
          (one) => one.topic === topic && one.uri === uri,
        );
        if (isTaken)
          return refuse(
            ["webhookSubscription", "uri"],
            null,
            "Address for this topic has already been taken",
          );
        const id = world.nextId("WebhookSubscription");
        const subscription: OwnSubscription = { id, topic, uri, createdAt: world.now() };
        shop.ownSubscriptions.set(id, subscription);
        return { webhookSubscription: subscriptionView(subscription) };
      },
    ),
  };
}

function subscriptionView({ id, topic, uri, createdAt }: OwnSubscription): View {
  return {
    __typename: "WebhookSubscription",
    ...{ id: gid("WebhookSubscription", id), topic: topicName(topic), uri },
    createdAt: instant(createdAt),
  };
}

/** As the schema spells a topic: `DISPUTES_CREATE` of `disputes/create`. */
function topicName(topic: string): string {
  return topic.replace(/[./]/, "_").toUpperCase();
}

/** The other way round, of a topic whose resource is one word. */
function topicOf(name: string): string {
  return name.toLowerCase().replace("_", "/");
}
