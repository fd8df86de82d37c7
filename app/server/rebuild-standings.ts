import { setTimeout as sleep } from "node:timers/promises";

import { rebuildStandings } from "#app/services/standing/rebuild-standings.server.ts";
import { standingLag } from "#app/services/standing/standing-lag.server.ts";
import { writeStandings } from "#app/services/standing/write-standings.server.ts";
import { open } from "./open.ts";

/*
 * `npm run standing:rebuild [-- --shop example.myshopify.com]`: what the checkout knows of every customer, from the ledger
 * anew. May run beside the app, which then shares the work, and may be stopped and begun again.
 */
const at = process.argv.indexOf("--shop");
const domain = at < 0 ? undefined : process.argv[at + 1];
const { deps, close } = await open({ works: false });
const shops = await deps.database.prisma.shop.findMany({
  where: { installedAt: { not: null }, uninstalledAt: null, ...(domain ? { domain } : {}) },
  orderBy: { id: "asc" },
});
if (shops.length === 0) {
  console.error(
    domain ? `No shop ${domain} has the app installed.` : "No shop has the app installed.",
  );
  process.exitCode = 1;
}
for (const shop of shops) {
  const customers = await rebuildStandings(deps, shop.id);
  console.log(`${shop.domain}: ${customers} customers`);
  for (;;) {
    await writeStandings(deps, shop.id);
    const { waiting, failed } = await standingLag(deps, shop.id);
    console.log(`${shop.domain}: ${waiting} left, ${failed} refused`);
    if (waiting === 0) break;
    // A worker of the app is at it.
    await sleep(1_000);
  }
}
await close();
