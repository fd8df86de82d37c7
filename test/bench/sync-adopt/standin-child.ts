import { fillShop } from "#test/standin/messy/fill.ts";
import { openStandin } from "../standin/child.ts";

/*
 * The stand-in in a process of its own, with a store that is to be adopted: DISCOUNTS and CODES of it. Its file is
 * written as fast as it can be: what Shopify takes for that is not known.
 */
const { standin, shop, token } = await openStandin({ bulkObjectsPerSecond: 1_000_000 });
shop.plan = "standard";
const size = (name: string) => Number(process.env[name]);
const options = { seed: 1, discounts: size("DISCOUNTS"), codes: size("CODES") };
for (const _ of fillShop(standin.world, shop, options)) void _;
process.on("disconnect", () => process.exit(0));
process.send?.({ url: standin.url, token });
