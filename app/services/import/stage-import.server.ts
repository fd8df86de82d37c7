import type pg from "pg";

import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { copyRows } from "./copy-rows.server.ts";
import { findFindings } from "./find-findings.server.ts";
import { readRows } from "./read-rows.server.ts";
import { rowReader } from "./row-reader.server.ts";
import { UnreadableFile } from "./unreadable-file.server.ts";

type File = { fileName: string; body: ReadableStream<Uint8Array> | null };

const LONGEST_FILE_NAME = 120;

/**
 * Reads the codes somebody brings and lays them ready: every row is checked, nothing is used yet. A file that cannot be
 * read to its end leaves nothing behind.
 */
export async function stageImport(
  deps: Deps,
  actor: Actor,
  { fileName, body }: File,
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const id = deps.newId();
  const began = [shopId, id, nameOf(fileName), deps.now(), actor.name];
  try {
    const reader = await rowReader(deps, await shopOf(deps, shopId));
    const batches = readRows(body ?? new Blob().stream());
    // Most files are one batch: they hold no connection while they arrive, and no file ever holds two.
    let batch = await batches.next();
    await inTransaction(deps.database.pool, async (client) => {
      await client.query(BEGIN, began);
      for (; !batch.done; batch = await batches.next())
        await copyRows(client, shopId, id, reader.read(batch.value));
      await settle(client, shopId, id, reader.header());
    });
    return done({ id });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return invalid({ field: "file", message: error.message });
  }
}

function nameOf(fileName: string): string {
  const name = fileName.toWellFormed().replaceAll("\0", "").trim().slice(0, LONGEST_FILE_NAME);
  return name === "" ? "Codes" : name;
}

/** What can be told only of all rows together: which stand twice, and which the shop has already. */
async function settle(
  client: pg.PoolClient,
  shopId: number,
  id: string,
  header: ImportSummary["header"],
): Promise<void> {
  await client.query("ANALYZE code_import_row");
  await client.query(TWICE, [shopId, id]);
  await client.query(TAKEN, [shopId, id]);
  const findings = { header, ...(await findFindings(client, shopId, id)) };
  const values = [shopId, id, JSON.stringify(findings)];
  const { rows } = await client.query<{ rows: number }>(READY, values);
  if (rows[0]?.rows === 0) throw new UnreadableFile(noCodes(header));
}

function noCodes(header: ImportSummary["header"]): string {
  const what = header
    ? `Line ${header.line} was taken as the header, and no codes stand below it.`
    : "There are no codes in it.";
  return `${what} Put one code on a line.`;
}

const BEGIN = `
  INSERT INTO code_import (shop_id, id, file_name, state, created_at, created_by) VALUES ($1, $2, $3, 'reading', $4, $5)`;

const TWICE = `
  UPDATE code_import_row r SET problem = 'The same code stands on line ' || first.line || ' already.'
  FROM (
    SELECT ordinal, first_value(line) OVER same AS line, row_number() OVER same AS place FROM code_import_row
    WHERE shop_id = $1 AND import_id = $2 AND problem IS NULL WINDOW same AS (PARTITION BY code_key ORDER BY ordinal)
  ) first
  WHERE r.shop_id = $1 AND r.import_id = $2 AND r.ordinal = first.ordinal AND first.place > 1`;

const TAKEN = `
  UPDATE code_import_row r SET problem = 'This is a code of ' || c.name || ' already.'
  FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  WHERE r.shop_id = $1 AND r.import_id = $2 AND r.problem IS NULL
    AND k.shop_id = $1 AND k.code_key = r.code_key AND k.assigned_until IS NULL`;

const READY = `
  WITH counted AS (
    SELECT count(*)::int AS rows, count(*) FILTER (WHERE problem IS NULL)::int AS good
    FROM code_import_row WHERE shop_id = $1 AND import_id = $2
  )
  UPDATE code_import i SET state = 'ready', rows = c.rows, good = c.good, bad = c.rows - c.good, findings = $3::jsonb
  FROM counted c WHERE i.shop_id = $1 AND i.id = $2 RETURNING i.rows`;
