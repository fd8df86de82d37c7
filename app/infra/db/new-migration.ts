import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { startEmbeddedPostgres } from "./embedded-postgres.server.ts";

/*
 * `npm run db:migration -- NAME` writes the migration from the committed schema.prisma to the one in the work tree. (A
 * shadow database, Prisma's usual way, makes its WebAssembly engine panic.) What Prisma's language cannot say, such as
 * triggers and checks, is added to the file by hand.
 */
const SCHEMA = "prisma/schema.prisma";
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:migration -- NAME (lower-case letters, digits and _)");
  process.exit(2);
}
const root = join(import.meta.dirname, "../../..");
mkdirSync(join(root, ".cache"), { recursive: true });
const aside = mkdtempSync(join(root, ".cache/migration-"));
const committed = join(aside, "schema.prisma");
writeFileSync(committed, execFileSync("git", ["show", `HEAD:${SCHEMA}`], { cwd: root }));
const server = await startEmbeddedPostgres();
const cli = createRequire(import.meta.url).resolve("prisma/build/index.js");
const schemas = ["--from-schema-datamodel", committed, "--to-schema-datamodel", SCHEMA];
const diff = spawnSync(process.execPath, [cli, "migrate", "diff", ...schemas, "--script"], {
  cwd: root,
  env: { ...process.env, DATABASE_URL: server.url },
  encoding: "utf8",
});
await server.stop();
rmSync(aside, { recursive: true });
if (diff.status !== 0) {
  console.error(diff.stderr);
  process.exit(1);
}
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(root, "prisma/migrations", `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), diff.stdout);
console.log(`Written: prisma/migrations/${stamp}_${name}/migration.sql`);
