import { createHmac } from "node:crypto";

import { codeKey } from "#app/domain/code/code-key.ts";
import { guessOdds } from "#app/domain/code/guess-odds.ts";
import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";

/** Eight letters are easily typed from a flyer; more when so many codes could be guessed. */
const USUAL_LENGTH = 8;
/** Rows in one statement: large enough to be quick, small enough not to hold much memory. */
const ROWS = 5_000;

export function codeLengthFor(count: number): number {
  return Math.max(USUAL_LENGTH, guessOdds(USUAL_LENGTH, count).saferLength ?? 0);
}

/** Makes all codes of a new campaign and assigns them to it, from its start (or now, when that is later than today). */
export async function assignCodes(
  tx: Transaction,
  shop: Shop,
  campaign: Campaign,
  now: Date,
): Promise<void> {
  const from = campaign.startsAt < now ? campaign.startsAt : now;
  const code = codesOf(shop, campaign);
  for (let first = 0; first < campaign.codeCount; first += ROWS) {
    const serials = Array.from(
      { length: Math.min(ROWS, campaign.codeCount - first) },
      (_, i) => first + i,
    );
    const codes = serials.map(code);
    await tx.$executeRawUnsafe(
      ASSIGN,
      shop.id,
      campaign.id,
      codes,
      codes.map(codeKey),
      serials,
      from,
      now,
      campaign.codeKind,
    );
  }
}

/** The code at each position of a campaign. The key is the batch's own, so one batch tells nothing of another. */
function codesOf(shop: Shop, campaign: Campaign): (serial: number) => string {
  if (campaign.codeKind !== "unique") return () => campaign.name;
  const key = createHmac("sha256", shop.codeKey)
    .update(`batch:${campaign.number}`)
    .digest()
    .subarray(0, 16);
  return uniqueCodes({
    key,
    prefix: `${campaign.name}-`,
    length: campaign.codeLength ?? USUAL_LENGTH,
  });
}

/** An assignment never reaches back into the time when the same text was another campaign's. */
const ASSIGN = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, serial, state, assigned_from, created_at)
  SELECT $1, $2::uuid, new.code, new.code_key,
         CASE WHEN $8 = 'unique' THEN new.serial END, 'pending',
         GREATEST($6, (SELECT max(old.assigned_until) FROM code old WHERE old.shop_id = $1 AND old.code_key = new.code_key)),
         $7
  FROM unnest($3::text[], $4::text[], $5::int[]) AS new (code, code_key, serial)`;
