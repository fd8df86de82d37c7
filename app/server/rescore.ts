import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { open } from "./open.ts";

/*
 * `npm run rescore [-- --shop example.myshopify.com]`: who is who, from a shop's orders anew, in the order they were placed.
 * For orders that came late, and after an update that compares them another way. May run beside the app.
 */
const at = process.argv.indexOf("--shop");
const domain = at < 0 ? undefined : process.argv[at + 1];
const { deps, close } = await open({ works: false });
const shops = await deps.database.prisma.shop.findMany({
  where: domain ? { domain } : {},
  orderBy: { id: "asc" },
});
if (domain && shops.length === 0) {
  console.error(`There is no shop ${domain}.`);
  process.exitCode = 1;
}
for (const shop of shops) {
  const orders = await rescoreOrders(deps, shop.id);
  console.log(`${shop.domain}: ${orders} orders`);
}
await close();
