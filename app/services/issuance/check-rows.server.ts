import {
  INCOMPLETE,
  type BadIssuance,
  type IssuanceRow,
  type ReadIssuance,
} from "#app/domain/issuance/read-issuance.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { identityHashes, type IdentityHash } from "../person/identity-hashes.server.ts";
import type { NewIssuance } from "./record-issuance.server.ts";

/** One row as it was read, and where it stands. */
export type PlacedRow = { line: number; read: ReadIssuance };
export type RowProblem = Omit<BadIssuance, "ok"> & { line: number };

/** What rows are of that say nothing else. */
export type Usual = { campaignId: string | null; channel: string; at: Date };

type Line = { line: number; row: IssuanceRow; campaignId: string; who: IdentityHash };

export type NamedCampaign = { id: string; name: string };

/** Checks rows against the shop's campaigns (by name in capitals) and codes. Problems stand in the order of lines. */
export async function checkRows(
  deps: Deps,
  shop: Shop,
  campaigns: ReadonlyMap<string, NamedCampaign>,
  rows: readonly PlacedRow[],
  usual: Usual,
): Promise<{ issued: NewIssuance[]; problems: RowProblem[] }> {
  const problems: RowProblem[] = [];
  const bad = (line: number, field: RowProblem["field"], reason: string) =>
    problems.push({ line, field, reason });
  const lines: Line[] = [];
  for (const { line, read } of rows) {
    if (!read.ok) {
      bad(line, read.field, read.reason);
      continue;
    }
    const { campaign } = read.row;
    const campaignId =
      campaign === null ? usual.campaignId : campaigns.get(campaign.toUpperCase())?.id;
    const who = identityOf(shop, read.row);
    if (!campaignId) bad(line, "campaign", noCampaign(campaign));
    else if (!who) bad(line, "email", INCOMPLETE);
    else lines.push({ line, row: read.row, campaignId, who });
  }
  const issued: NewIssuance[] = [];
  const codes = await codesOf(deps, shop.id, lines);
  for (const { line, row, campaignId, who } of lines) {
    const { codeKey, at } = row;
    if (codeKey !== null && !codes.has(`${campaignId} ${codeKey}`))
      bad(line, "code", `“${shown(codeKey)}” is no code of this campaign.`);
    else
      issued.push({
        ...{ campaignId, codeKey, who, customerId: row.who.customerId },
        ...{ channel: row.channel ?? usual.channel, at: at ?? usual.at },
      });
  }
  problems.sort((a, b) => a.line - b.line);
  return { issued, problems };
}

/** A shop's campaigns by their names in capitals. */
export async function campaignsByName(
  deps: Deps,
  shopId: number,
): Promise<Map<string, NamedCampaign>> {
  const rows = await deps.database.prisma.campaign.findMany({
    where: { shopId },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.name.toUpperCase(), row]));
}

function noCampaign(name: string | null): string {
  return name === null
    ? "It does not say which campaign: give its name."
    : `There is no campaign “${shown(name)}”.`;
}

function shown(text: string): string {
  return text.slice(0, 60);
}

/** By one identity: a list must not make two people one. */
function identityOf(shop: Shop, { who }: IssuanceRow): IdentityHash | null {
  const { customerId } = who;
  const email = customerId === null ? who.email : null;
  const phone = customerId === null && email === null ? who.phone : null;
  return identityHashes(shop, { customerId, email, phone })[0] ?? null;
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
