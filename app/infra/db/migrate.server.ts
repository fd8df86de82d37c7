import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

import { connectionFields } from "./connection-fields.ts";

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
/** Any constant: the key of the advisory lock that lets one process migrate while the others wait. */
const MIGRATION_LOCK = 7_210_011;

/**
 * Brings the database to the schema of this release. Safe to call from several processes at once.
 * @throws with Prisma's own words when a migration fails; nothing of the app may run then.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client(connectionFields(url));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    if (await upToDate(client)) return;
    await prisma(["migrate", "deploy"], url);
  } finally {
    await client.end();
  }
}

async function upToDate(client: pg.Client): Promise<boolean> {
  const folders = (await readdir(join(checkout, "prisma", "migrations"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const table = await client.query<{ name: string | null }>(
    "SELECT to_regclass('public._prisma_migrations') AS name",
  );
  if (!table.rows[0]?.name) return false;
  const applied = await client.query<{ migration_name: string }>(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  const names = new Set(applied.rows.map((row) => row.migration_name));
  return folders.every((folder) => names.has(folder));
}

/** Runs Prisma's command line with this Node, from npm's copy. */
function prisma(args: string[], url: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: checkout,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: url,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? done() : reject(new Error(`The database could not be migrated:\n${output}`)),
    );
  });
}
