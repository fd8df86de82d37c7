import pg from "pg";

import { connectionFields } from "./connection-fields.ts";

const TEXT = 25;
/** PostgreSQL's internal types `"char"` (18) and `name` (19): plain text under names the Prisma adapter has not met. */
const CATALOG_TEXT = new Set([18, 19]);

/** A pool for Prisma's schema engine, which reads the system catalogue where those two types are common. */
export function catalogPool(url: string): pg.Pool {
  const pool = new pg.Pool({ ...connectionFields(url), allowExitOnIdle: true });
  pool.on("connect", (client) => readCatalogTextAsText(client));
  return pool;
}

function readCatalogTextAsText(client: pg.PoolClient): void {
  const connection = (client as unknown as { connection: NodeJS.EventEmitter }).connection;
  connection.prependListener("rowDescription", (message: { fields: { dataTypeID: number }[] }) => {
    for (const field of message.fields) {
      if (CATALOG_TEXT.has(field.dataTypeID)) field.dataTypeID = TEXT;
    }
  });
}
