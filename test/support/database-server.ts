import pg from "pg";
import type { TestProject } from "vitest/node";

import { startEmbeddedPostgres } from "#app/infra/db/embedded-postgres.server.ts";
import { migrate } from "#app/infra/db/migrate.server.ts";
import { migrationsHash } from "#app/infra/db/migrations-hash.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
    template: string;
  }
}

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Vitest's global set-up: one server for all tests, one migrated template to copy a database from for each file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env.DATABASE_URL;
  const server = outside
    ? { url: outside, stop: async () => undefined }
    : await startEmbeddedPostgres({ name: "test", disposable: true });
  const template = `template_${migrationsHash()}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query("SELECT pg_advisory_lock(7210099)");
  const found = await admin.query(
    "SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate",
    [template],
  );
  if (found.rowCount === 0) {
    await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(urlOf(server.url, template));
    await admin.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  }
  await admin.end();
  project.provide("databaseUrl", server.url);
  project.provide("template", template);
  return () => server.stop();
}
