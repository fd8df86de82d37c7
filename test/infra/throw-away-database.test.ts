import pg from "pg";
import { expect, inject, test } from "vitest";

import { connectionFields } from "#app/infra/db/connection-fields.ts";
import { openThrowAwayDatabase } from "#app/infra/db/throw-away-database.server.ts";

const serverUrl = inject("databaseUrl");

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
  const client = new pg.Client(connectionFields(url));
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);
const databases = async () =>
  (await ask<{ datname: string }>(serverUrl, "SELECT datname FROM pg_database")).map(
    ({ datname }) => datname,
  );

test("it is migrated, empty, and gone afterwards; what a killed process left goes, what is in use stays", async () => {
  const abandoned = "bonafide_throw_away_abandoned";
  await ask(serverUrl, `CREATE DATABASE ${abandoned}`);
  const first = await openThrowAwayDatabase(serverUrl);
  expect(await ask(first.url, "SELECT count(*)::int AS orders FROM shop_order")).toEqual([
    { orders: 0 },
  ]);
  expect(await databases()).not.toContain(abandoned);
  expect(
    await ask(
      first.url,
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace = 'public'::regnamespace",
    ),
  ).toEqual([]);
  const second = await openThrowAwayDatabase(serverUrl);
  expect(await databases()).toEqual(
    expect.arrayContaining([nameOf(first.url), nameOf(second.url)]),
  );
  await first.drop();
  await second.drop();
  const left = await databases();
  expect(left).not.toContain(nameOf(first.url));
  expect(left).not.toContain(nameOf(second.url));
});

test("where a server does not answer, it says so", async () => {
  await expect(openThrowAwayDatabase("postgresql://nobody:x@127.0.0.1:1/none")).rejects.toThrow(
    "ECONNREFUSED",
  );
});
