import { createReadStream } from "node:fs";
import { Readable } from "node:stream";

import type pg from "pg";

import { codeKey } from "#app/domain/code/code-key.ts";
import { hasPattern } from "#app/domain/replay/read-promotions.ts";
import {
  readIssuedHeader,
  readIssuedRow,
  type IssuedHeader,
  type IssuedRow,
} from "#app/domain/replay/read-issued-row.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { readRows } from "../import/read-rows.server.ts";
import type { FileRow } from "../import/csv-reader.server.ts";
import { recordIssuance } from "../issuance/record-issuance.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { lockPeople } from "../person/lock-people.server.ts";
import type { CodeCollector } from "./collect-codes.server.ts";
import type { Stage, StagedCampaign } from "./stage.server.ts";
import type { Teller } from "./teller.server.ts";

type Issued = IssuedRow & { to: StagedCampaign };

/**
 * Takes in issued.csv: who was given which campaign, before anybody orders. A row that cannot be one is told with its
 * line and left out.
 * @throws UnreadableFile
 */
export async function readIssued(
  deps: Deps,
  stage: Stage,
  path: string,
  { codes, teller }: { codes: CodeCollector; teller: Teller },
): Promise<void> {
  const campaigns = campaignsOf(stage);
  // Each row looks its code up: without statistics the database reads all there are.
  await deps.database.pool.query("ANALYZE code");
  const file = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  let header: IssuedHeader | null = null;
  let count = 0;
  for await (const rows of readRows(file)) {
    const issued: Issued[] = [];
    for (const row of rows) {
      if (header === null) {
        header = readIssuedHeader(row.cells);
        if (header) continue;
        return teller.bad(path, row.line, NO_HEADER);
      }
      const read = readRow(campaigns, header, row);
      if (typeof read === "string") teller.bad(path, row.line, read);
      else issued.push(read);
    }
    for (const { code } of issued) if (code !== null) codes.meet(code);
    await codes.flush();
    await inTransaction(deps.database.pool, (client) => take(deps, client, stage, issued));
    teller.progress("issuances read", (count += issued.length), null);
  }
}

const NO_HEADER =
  "The first line has to name the columns: campaign,customer_id, and if there are any code,issued_at. The file is left out.";

/** A campaign, and the keys of its listed codes: there may be as many as rows. */
type Listed = { campaign: StagedCampaign; codeKeys: ReadonlySet<string> };

/** By their keys in the configuration. */
function campaignsOf({ campaigns }: Stage): ReadonlyMap<string, Listed> {
  return new Map(
    campaigns.map((campaign) => [
      campaign.key,
      { campaign, codeKeys: new Set(campaign.codes.map(codeKey)) },
    ]),
  );
}

/** @returns what is wrong with the row, where it is a text. */
function readRow(
  campaigns: ReadonlyMap<string, Listed>,
  header: IssuedHeader,
  { cells }: FileRow,
): Issued | string {
  const read = readIssuedRow(header, cells);
  if (!read.ok) return read.problem;
  const { row } = read;
  const to = campaigns.get(row.campaign);
  if (!to) return `There is no campaign “${row.campaign.slice(0, 60)}” in the configuration.`;
  if (row.code !== null && !hasCode(to, row.code))
    return `Its code is none of ${row.campaign}. Add it to the campaign’s codes, or leave it empty.`;
  return { ...row, to: to.campaign };
}

function hasCode({ campaign, codeKeys }: Listed, code: string): boolean {
  return codeKeys.has(codeKey(code)) || hasPattern(campaign, code);
}

async function take(
  deps: Deps,
  client: pg.PoolClient,
  { shop }: Stage,
  issued: readonly Issued[],
): Promise<void> {
  if (issued.length === 0) return;
  const now = deps.now();
  const rows = issued.flatMap(({ to, customerId, code, at }) => {
    const [who] = identityHashes(shop, { customerId, email: null, phone: null });
    const issuance = { campaignId: to.id, codeKey: code === null ? null : codeKey(code) };
    // No standing is written anywhere, so whose account it is does not matter.
    return who
      ? [{ ...issuance, who, customerId: null, channel: "issued.csv", at: at ?? to.from }]
      : [];
  });
  await lockPeople(client, shop.id);
  await recordIssuance(client, shop, rows, { now, newId: deps.newId });
  const customers = rows.map(({ campaignId, who: { hash } }) => ({ campaignId, hash }));
  await client.query(COUNT, [JSON.stringify(customers)]);
}

const COUNT = `
  INSERT INTO replay_issued (campaign_id, customer)
  SELECT n."campaignId", decode(n.hash, 'hex') FROM json_to_recordset($1::json) AS n ("campaignId" uuid, hash text)
  ON CONFLICT DO NOTHING`;
