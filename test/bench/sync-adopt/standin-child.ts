import { join } from "node:path";

import { fillShop } from "#test/standin/messy/fill.ts";
import { startStandin } from "#test/standin/server.ts";
import { API_KEY, API_SECRET } from "../sync-rate/child-words.ts";

/*
 * The stand-in in a process of its own, with a store that is to be adopted: DISCOUNTS and CODES of it. Its file is
 * written as fast as it can be: what Shopify takes for that is not known.
 */
const standin = await startStandin({
  apiKey: API_KEY,
  apiSecret: API_SECRET,
  appDir: join(import.meta.dirname, "../../.."),
  seed: 11,
  bulkObjectsPerSecond: 1_000_000,
});
const shop = [...standin.world.shops.values()].find(({ handle }) => handle === "bonafide-demo");
const owner = shop?.staff.find(({ accountOwner }) => accountOwner);
if (!shop || !owner) throw new Error("The stand-in has no shop to adopt.");
shop.plan = "standard";
const size = (name: string) => Number(process.env[name]);
const options = { seed: 1, discounts: size("DISCOUNTS"), codes: size("CODES") };
for (const _ of fillShop(standin.world, shop, options)) void _;
process.on("disconnect", () => process.exit(0));
process.send?.({ url: standin.url, token: standin.mintIdToken(shop, owner) });
