import {
  readIssuanceHeader,
  readIssuanceRow,
  type IssuanceHeader,
} from "#app/domain/issuance/read-issuance-row.ts";
import type { BadIssuance } from "#app/domain/issuance/read-issuance.ts";
import { MOST_ISSUED, type IssuanceImport } from "#app/domain/issuance/summary.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { LONGEST_ROW } from "../import/csv-reader.server.ts";
import { readRows } from "../import/read-rows.server.ts";
import { UnreadableFile } from "../import/unreadable-file.server.ts";
import { campaignsByName, checkRows, type PlacedRow } from "./check-rows.server.ts";
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

/** Reads a list as it arrives, each row checked against the shop's campaigns and codes. @throws UnreadableFile */
export async function readIssuanceList(
  deps: Deps,
  shop: Shop,
  { campaign, channel, body }: Setting,
): Promise<ReadList> {
  const setting = { zone: zoneOf(shop.timeZone), now: deps.now() };
  const usual = { campaignId: campaign.id, channel, at: setting.now };
  const campaigns = await campaignsByName(deps, shop.id);
  const list: ReadList = { rows: 0, bad: 0, problems: [], issued: [] };
  let header: IssuanceHeader | null = null;
  for await (const rows of readRows(body)) {
    const placed: PlacedRow[] = [];
    for (const { line, cells, isTooLong } of rows) {
      if (header === null) {
        header = readIssuanceHeader(cells);
        if (!header) throw new UnreadableFile(NO_HEADER);
        continue;
      }
      list.rows += 1;
      placed.push({ line, read: isTooLong ? TOO_LONG : readIssuanceRow(header, cells, setting) });
    }
    if (list.rows > MOST_ISSUED)
      throw new UnreadableFile(`A list can have up to ${MOST_ISSUED} rows. Split it in two.`);
    const { issued, problems } = await checkRows(deps, shop, campaigns, placed, usual);
    for (const each of issued) list.issued.push(each);
    list.bad += problems.length;
    for (const { line, reason } of problems.slice(0, TOLD - list.problems.length))
      list.problems.push({ line, reason });
  }
  if (list.rows === 0) throw new UnreadableFile(header ? NO_ROWS : EMPTY);
  return list;
}

const EMPTY =
  "There is nothing in the list. Paste who got this campaign, or choose a file that says so.";
const NO_HEADER =
  "The first line has to name the columns: “email” or “customer”, and if you like “campaign”, “code”, “channel” and “date”. Add that line above your list.";
const NO_ROWS =
  "The first line names the columns, but nobody is listed below it. Add a line for each person who got this campaign.";
const TOO_LONG: BadIssuance = {
  ok: false,
  field: "customer",
  reason: `It has more than ${LONGEST_ROW} characters.`,
};
