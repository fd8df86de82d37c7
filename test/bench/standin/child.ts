import { join } from "node:path";

import { startStandin, type StandinOptions } from "#test/standin/server.ts";
import { API_KEY, API_SECRET, type Ready } from "./words.ts";

/** What a stand-in's process has: call `ready` once it listens to what it is asked. */
export async function openStandin(more: Partial<StandinOptions> = {}) {
  const standin = await startStandin({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appDir: join(import.meta.dirname, "../../.."),
    seed: 11,
    ...more,
  });
  const shop = [...standin.world.shops.values()].find(({ handle }) => handle === "bonafide-demo");
  const owner = shop?.staff.find(({ accountOwner }) => accountOwner);
  if (!shop || !owner) throw new Error("The stand-in has no shop to measure with.");
  const token = standin.mintIdToken(shop, owner);
  return {
    ...{ standin, shop, token },
    ready() {
      const ready: Ready = {
        ...{ tell: "ready", url: standin.url, handle: shop.handle, domain: shop.domain },
        token,
      };
      process.send?.(ready);
    },
    end: () => void standin.stop().then(() => process.exit(0)),
  };
}
