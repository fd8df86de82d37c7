import pg from "pg";
import { expect, test } from "vitest";

import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { AdminClient } from "#test/demo/admin-client.ts";
import { until } from "#test/demo/http.ts";
import { openDemoApp } from "#test/support/demo-app.ts";
import { playHistory } from "./fixtures/history.ts";

/*
 * A server that is started anew ends every connection, in the middle of whatever it is at. The processes go on: nothing
 * is lost, nothing is there twice, and nobody has to start them again.
 */
const CODES = 600;
const LOSSES = 8;
const DETAIL = "routes/app.campaigns.$id._index";
const NEW = "routes/app.campaigns.new";

const app = await openDemoApp();
const clients = (["bonafide-demo", "second-shop"] as const).map(
  (handle) => new AdminClient(app.standin.url, app.publicUrl, handle),
);

type Form = Record<string, string>;

async function create(client: AdminClient, change: Form): Promise<string> {
  const { initial } = await client.read<{ initial: Form }>("/app/campaigns/new", NEW);
  const { location } = await client.post("/app/campaigns/new", NEW, { ...initial, ...change });
  return /campaigns\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "";
}

async function synced(client: AdminClient, id: string): Promise<CampaignDetail> {
  const read = () =>
    client.read<{ campaign: CampaignDetail }>(`/app/campaigns/${id}?index`, DETAIL);
  const isSynced = ({ campaign }: { campaign: CampaignDetail }) => campaign.sync.state === "synced";
  // A job whose end could not be written down is taken up again when its heartbeats stay away.
  return (await until("the campaign to be synced", read, isSynced, 240_000)).campaign;
}

/** Ends the app's connections that are at something, as soon as there are some, so many times. */
async function loseConnections(): Promise<void> {
  const watcher = new pg.Client({ connectionString: app.databaseUrl });
  await watcher.connect();
  for (let lost = 0; lost < LOSSES;) {
    const { rowCount } = await watcher.query(BUSY);
    if (rowCount) lost += 1;
  }
  await watcher.query(ALL);
  await watcher.end();
}

const ALL = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND application_name LIKE 'bonafide%'`;
const BUSY = `${ALL} AND state <> 'idle'`;

test("connections to the database lost again and again are of no consequence", async () => {
  const codes = { codeKind: "unique", codeCount: String(CODES), percentage: "20" };
  const [struck, spared] = clients as [AdminClient, AdminClient];
  const uses = {
    name: "SUMMER26_10OFF",
    codeKind: "public",
    percentage: "10",
    startsAt: "2026-05-01T00:00",
  };
  const ids = [await create(struck, uses), await create(spared, uses)];
  for (const [index, client] of clients.entries()) await synced(client, ids[index] ?? "");
  playHistory(app.standin.world, app.shop("second-shop"), uses.name);
  await app.quiet();

  const batch = await create(struck, { ...codes, name: "WINTER26_20OFF" });
  playHistory(app.standin.world, app.shop("bonafide-demo"), uses.name);
  await loseConnections();
  await app.quiet();

  const { codeStates } = await synced(struck, batch);
  expect(codeStates).toEqual({ pending: 0, live: CODES, failed: 0, paused: 0 });
  const there = [...app.shop("bonafide-demo").discounts.values()].filter(
    ({ title }) => title === "WINTER26_20OFF",
  );
  expect(there).toHaveLength(1);
  const numbers = await Promise.all(
    clients.map(async (client, index) => {
      const { redemptions, refundMinor, revenueMinor } = await synced(client, ids[index] ?? "");
      return { redemptions, refundMinor, revenueMinor };
    }),
  );
  expect(numbers[0]).toEqual(numbers[1]);
  expect(numbers[0]?.redemptions).toBeGreaterThan(0);
});
