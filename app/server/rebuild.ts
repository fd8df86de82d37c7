import { inTransaction } from "#app/infra/db/database.server.ts";
import { lockPeople } from "#app/services/person/lock-people.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { open } from "./open.ts";

/*
 * `npm run rebuild [-- SHOP.myshopify.com …]` folds the rollups of these shops, or of all, anew from their ledgers, and
 * says of each how many rows were not what the ledger says. The app may run meanwhile.
 */
const wanted = process.argv.slice(2);
const { deps, close } = await open({ works: false });
const shops = await deps.database.prisma.shop.findMany({
  where: wanted.length > 0 ? { domain: { in: wanted } } : {},
  orderBy: { domain: "asc" },
});
for (const domain of wanted.filter((each) => !shops.some((shop) => shop.domain === each))) {
  console.error(`There is no shop ${domain}.`);
  process.exitCode = 1;
}
for (const shop of shops) {
  const changed = await inTransaction(deps.database.pool, async (client) => {
    await lockPeople(client, shop.id);
    return rebuildRollups(client, shop);
  });
  console.log(`${shop.domain}: ${changed === 0 ? "no row changed" : `${changed} rows changed`}`);
}
await close();
