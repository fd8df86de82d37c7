import { randomBytes } from "node:crypto";

import pg from "pg";

import { connectionFields } from "./connection-fields.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.server.ts";
import { migrate } from "./migrate.server.ts";
import { migrationsHash } from "./migrations-hash.ts";

export type ThrowAwayDatabase = { url: string; drop(): Promise<void> };

const PREFIX = "bonafide_throw_away_";
/**
 * What is in it is in memory and need not be kept: reading a row by its index costs no more than the next one of a scan,
 * and a commit does not wait for the disk.
 */
const SETTINGS = ["random_page_cost = 1.1", "jit = off", "synchronous_commit = off"];
/** An advisory lock: whoever makes the template holds it. */
const TEMPLATE_LOCK = 7_210_021;

/**
 * A migrated, empty database of its own on a server, or on an embedded one when there is none: nothing a shop has is
 * touched. What a killed process left behind there goes first.
 * @throws when the server does not answer, or does not let us make a database.
 */
export async function openThrowAwayDatabase(
  serverUrl: string | undefined,
): Promise<ThrowAwayDatabase> {
  if (serverUrl !== undefined) return create(serverUrl, { stop: () => Promise.resolve() });
  const server = await startEmbeddedPostgres({ name: "throw-away", disposable: true });
  try {
    return await create(server.url, { stop: server.stop, template: await templateOn(server.url) });
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function create(
  serverUrl: string,
  { template, stop }: { template?: string; stop(): Promise<void> },
): Promise<ThrowAwayDatabase> {
  const name = PREFIX + randomBytes(6).toString("hex");
  // Open as long as the database is: its lock says that somebody uses it.
  const keeper = new pg.Client(connectionFields(serverUrl));
  keeper.on("error", () => undefined);
  await keeper.connect();
  try {
    await keeper.query("SELECT pg_advisory_lock(hashtext($1))", [name]);
    await dropAbandoned(keeper);
    await keeper.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
    for (const setting of SETTINGS) await keeper.query(`ALTER DATABASE ${name} SET ${setting}`);
    await migrate(urlOf(serverUrl, name));
    await writeNoLog(urlOf(serverUrl, name));
  } catch (error) {
    await keeper.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).catch(() => undefined);
    await keeper.end();
    throw error;
  }
  return {
    url: urlOf(serverUrl, name),
    async drop() {
      await keeper.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await keeper.end();
      await stop();
    },
  };
}

async function dropAbandoned(keeper: pg.Client): Promise<void> {
  const { rows } = await keeper.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
    [PREFIX],
  );
  for (const { name } of rows) {
    const { rows: lock } = await keeper.query<{ free: boolean }>(
      "SELECT pg_try_advisory_lock(hashtext($1)) AS free",
      [name],
    );
    if (!lock[0]?.free) continue;
    await keeper.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await keeper.query("SELECT pg_advisory_unlock(hashtext($1))", [name]);
  }
}

/** Migrating takes seconds, copying what was migrated before a fraction of one. */
async function templateOn(serverUrl: string): Promise<string> {
  const name = `template_${migrationsHash()}`;
  const client = new pg.Client(connectionFields(serverUrl));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const found = await client.query(
      "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate",
      [name],
    );
    if (found.rowCount === 0) {
      await dropTemplates(client);
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${name}`);
      await migrate(urlOf(serverUrl, name));
      await writeNoLog(urlOf(serverUrl, name));
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
    }
    return name;
  } finally {
    await client.end();
  }
}

/**
 * After a crash nobody asks for what was in it, so no log is written of its tables. One goes after those that refer to it:
 * PostgreSQL lets no table with a log refer to one without.
 */
async function writeNoLog(url: string): Promise<void> {
  const client = new pg.Client(connectionFields(url));
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ name: string }>(LOGGED);
      if (rows.length === 0) return;
      for (const { name } of rows) await client.query(`ALTER TABLE ${name} SET UNLOGGED`);
    }
  } finally {
    await client.end();
  }
}

/** Tables to which no other with a log refers. */
const LOGGED = `
  SELECT t.oid::regclass::text AS name FROM pg_class t
  WHERE t.relkind = 'r' AND t.relpersistence = 'p' AND t.relnamespace = 'public'::regnamespace
    AND NOT EXISTS (
      SELECT FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
      WHERE c.contype = 'f' AND c.confrelid = t.oid AND c.conrelid <> t.oid AND r.relpersistence = 'p')`;

/** Those of other schemas. The embedded server has no others but ours. */
async function dropTemplates(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datistemplate AND starts_with(datname, 'template_')",
  );
  for (const { name } of rows) {
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
