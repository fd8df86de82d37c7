import {
  readIssuanceHeader,
  readIssuanceRow,
  type IssuanceHeader,
  type IssuanceRow,
} from "#app/domain/issuance/read-issuance-row.ts";
import { MOST_ISSUED, type IssuanceImport } from "#app/domain/issuance/summary.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { LONGEST_ROW } from "../import/csv-reader.server.ts";
import { readRows } from "../import/read-rows.server.ts";
import { UnreadableFile } from "../import/unreadable-file.server.ts";
import { identityHashes, type IdentityHash } from "../person/identity-hashes.server.ts";
import type { NewIssuance } from "./record-issuance.server.ts";

/** Rows that cannot be used are counted all, and told so many of. */
const TOLD = 500;

export type ReadList = Omit<IssuanceImport, "added"> & { issued: NewIssuance[] };

type Setting = {
  /** The campaign and the channel of rows that name none. */
  campaign: Campaign;
  channel: string;
  body: ReadableStream<Uint8Array>;
};

type Line = { line: number; row: IssuanceRow; campaignId: string; who: IdentityHash };

/** Reads a list as it arrives, each row checked against the shop's campaigns and codes. @throws UnreadableFile */
export async function readIssuanceList(
  deps: Deps,
  shop: Shop,
  { campaign, channel, body }: Setting,
): Promise<ReadList> {
  const setting = { zone: zoneOf(shop.timeZone), now: deps.now() };
  const campaigns = await campaignsByName(deps, shop.id);
  const list: ReadList = { rows: 0, bad: 0, problems: [], issued: [] };
  const bad = (line: number, reason: string) => {
    list.bad += 1;
    if (list.problems.length < TOLD) list.problems.push({ line, reason });
  };
  let header: IssuanceHeader | null = null;
  for await (const rows of readRows(body)) {
    const lines: Line[] = [];
    for (const { line, cells, isTooLong } of rows) {
      if (header === null) {
        header = readIssuanceHeader(cells);
        if (!header) throw new UnreadableFile(NO_HEADER);
        continue;
      }
      list.rows += 1;
      const read = isTooLong ? TOO_LONG : readIssuanceRow(header, cells, setting);
      const campaignId = read.ok ? idOf(campaigns, read.row, campaign) : null;
      const who = read.ok ? identityOf(shop, read.row) : null;
      if (!read.ok) bad(line, read.reason);
      else if (!campaignId) bad(line, `There is no campaign “${shown(read.row.campaign)}”.`);
      else if (!who) bad(line, "The e-mail address is not complete.");
      else lines.push({ line, row: read.row, campaignId, who });
    }
    if (list.rows > MOST_ISSUED)
      throw new UnreadableFile(`A list can have up to ${MOST_ISSUED} rows. Split it in two.`);
    const codes = await codesOf(deps, shop.id, lines);
    for (const { line, row, campaignId, who } of lines) {
      const { codeKey, at } = row;
      if (codeKey !== null && !codes.has(`${campaignId} ${codeKey}`))
        bad(line, `“${shown(codeKey)}” is no code of this campaign.`);
      else
        list.issued.push({
          ...{ campaignId, codeKey, who, customerId: row.who.customerId },
          ...{ channel: row.channel ?? channel, at: at ?? setting.now },
        });
    }
  }
  if (list.rows === 0) throw new UnreadableFile(header ? NO_ROWS : EMPTY);
  list.problems.sort((a, b) => a.line - b.line);
  return list;
}

const EMPTY =
  "There is nothing in the list. Paste who got this campaign, or choose a file that says so.";
const NO_HEADER =
  "The first line has to name the columns: “email” or “customer”, and if you like “campaign”, “code”, “channel” and “date”. Add that line above your list.";
const NO_ROWS =
  "The first line names the columns, but nobody is listed below it. Add a line for each person who got this campaign.";
const TOO_LONG = { ok: false, reason: `It has more than ${LONGEST_ROW} characters.` } as const;

function shown(text: string | null): string {
  return (text ?? "").slice(0, 60);
}

/** By one identity: a list must not make two people one. */
function identityOf(shop: Shop, { who }: IssuanceRow): IdentityHash | null {
  const { customerId, email } = who;
  const asked = { customerId, email: customerId === null ? email : null, phone: null };
  return identityHashes(shop, asked)[0] ?? null;
}

async function campaignsByName(deps: Deps, shopId: number): Promise<Map<string, string>> {
  const rows = await deps.database.prisma.campaign.findMany({
    where: { shopId },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [name.toUpperCase(), id]));
}

function idOf(
  campaigns: ReadonlyMap<string, string>,
  { campaign }: IssuanceRow,
  usual: Campaign,
): string | null {
  return campaign === null ? usual.id : (campaigns.get(campaign.toUpperCase()) ?? null);
}

/** Which of the codes that these rows name there are, by campaign. */
async function codesOf(
  deps: Deps,
  shopId: number,
  lines: readonly Line[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(lines.map(({ row }) => row.codeKey).filter((key) => key !== null))];
  if (keys.length === 0) return new Set();
  const { rows } = await deps.database.pool.query<{ id: string; key: string }>(CODES, [
    shopId,
    keys,
  ]);
  return new Set(rows.map(({ id, key }) => `${id} ${key}`));
}

const CODES = `
  SELECT campaign_id AS id, code_key AS key FROM code WHERE shop_id = $1 AND code_key = ANY ($2::text[])`;
