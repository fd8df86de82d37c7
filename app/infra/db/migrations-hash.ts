import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const MIGRATIONS = join(import.meta.dirname, "../../../prisma/migrations");

/** Names a schema by all its migrations: a template of that name is never met after a change. */
export function migrationsHash(): string {
  const hash = createHash("sha256");
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((f) => f.isDirectory());
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(readFileSync(join(MIGRATIONS, name, "migration.sql")));
  return hash.digest("hex").slice(0, 12);
}
