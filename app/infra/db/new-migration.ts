import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import pg from "pg";

import { connectionFields } from "./connection-fields.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.server.ts";
import { migrate } from "./migrate.server.ts";

/*
 * `npm run db:migration -- NAME` writes the migration from what the committed migrations make to what schema.prisma
 * says, in a database of its own. What Prisma's language cannot say (triggers, checks) is added to the file by hand.
 */
const SCHEMA = "prisma/schema.prisma";
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:migration -- NAME (lower-case letters, digits and _)");
  process.exit(2);
}
const root = join(import.meta.dirname, "../../..");
const server = await startEmbeddedPostgres({ name: "migrations", disposable: true });
const url = server.url.replace(/\/bonafide$/, "/drafting");
const admin = new pg.Client(connectionFields(server.url));
await admin.connect();
await admin.query("DROP DATABASE IF EXISTS drafting WITH (FORCE)");
await admin.query("CREATE DATABASE drafting");
await migrate(url);
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const args = ["migrate", "diff", "--from-schema-datasource", SCHEMA, "--to-schema-datamodel", SCHEMA, "--script"];
const diff = spawnSync(process.execPath, [cli, ...args], {
  cwd: root,
  env: { ...process.env, DATABASE_URL: url },
  encoding: "utf8",
});
await admin.end();
await server.stop();
if (diff.status !== 0) {
  console.error(diff.stderr);
  process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(root, "prisma/migrations", `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), diff.stdout);
console.log(`Written: prisma/migrations/${stamp}_${name}/migration.sql`);
