import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FaultStore } from "../faults/store.ts";
import type { World } from "../state.ts";
import { connectWebhooks } from "../webhooks/connect.ts";
import { WebhookSender } from "../webhooks/sender.ts";
import { readSubscriptions } from "../webhooks/subscriptions.ts";
import { watchSegments } from "../webhooks/watch-segments.ts";

export type Outbound = {
  readonly sender: WebhookSender;
  readonly faults: FaultStore;
  readonly stop: () => void;
};

export type OutboundOptions = {
  /** The app's `shopify.app.toml`; read from its folder when left out. */
  readonly toml?: string;
  readonly retryMs?: readonly number[];
  readonly parallel?: number;
};

/** Everything that goes out of a world by itself, and what may go wrong with it. To be started once it is seeded. */
export function startOutbound(world: World, options: OutboundOptions = {}): Outbound {
  const { toml = readToml(world), ...rest } = options;
  const faults = new FaultStore(world.random);
  world.faults = faults;
  const sender = new WebhookSender({
    secret: world.config.apiSecret,
    random: world.random,
    faultFor: faults.beforeDelivery,
    ...rest,
  });
  const disconnect = [
    connectWebhooks(world, sender, readSubscriptions(toml)),
    watchSegments(world),
  ];
  return {
    sender,
    faults,
    stop: () => {
      for (const stop of disconnect) stop();
      sender.stop();
    },
  };
}

function readToml(world: World): string {
  return readFileSync(join(world.config.appDir, "shopify.app.toml"), "utf8");
}
