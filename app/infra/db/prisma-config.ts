import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

import { catalogPool } from "./catalog-pool.ts";

/**
 * The driver adapter for Prisma's schema engine. The stock adapter cuts a migration at every semicolon, which breaks
 * the body of a SQL function; PostgreSQL itself takes the whole script.
 */
class MigrationAdapter extends PrismaPg {
  readonly #pool: ReturnType<typeof catalogPool>;

  constructor(pool: ReturnType<typeof catalogPool>) {
    super(pool, { disposeExternalPool: true });
    this.#pool = pool;
  }

  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    return connection;
  }
}

// `prisma generate` needs no database, but Prisma reads the address while it reads the schema.
const NOWHERE = "postgresql://nowhere";
process.env.DATABASE_URL ??= NOWHERE;

// The schema engine leaves the timer of its 10 s lock time-out running when it is done, and the command would wait for
// it. An unreferenced timer still fires while the engine works, but no longer holds a finished process.
const startTimer = globalThis.setTimeout;
globalThis.setTimeout = Object.assign(
  (...args: Parameters<typeof startTimer>) => startTimer(...args).unref(),
  startTimer,
);

/**
 * Settings of the Prisma command line. The schema engine's own binary is fetched from the network at install; its
 * WebAssembly twin, used here through the driver adapter, comes with the npm package and needs nothing else.
 */
export default defineConfig({
  schema: "prisma/schema.prisma",
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => {
    const url = process.env.DATABASE_URL;
    if (!url || url === NOWHERE) throw new Error("Set DATABASE_URL for this Prisma command.");
    return new MigrationAdapter(catalogPool(url));
  },
});
