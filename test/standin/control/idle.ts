import type { World } from "../state.ts";
import type { WebhookSender } from "../webhooks/sender.ts";

const LOOK_EVERY_MS = 10;

/**
 * Resolves to true once Shopify has nothing left to do: no webhook is under way or to be retried, and no work in
 * the background, such as adding codes, is undone. False when that took longer than `timeoutMs` of real time.
 */
export async function idle(
  world: World,
  sender: WebhookSender,
  timeoutMs = 60_000,
): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  world.clock.runDue();
  while (sender.pending() > 0 || world.clock.pending() > 0) {
    if (Date.now() >= until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    world.clock.runDue();
  }
  return true;
}
