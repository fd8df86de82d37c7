import { codeKey } from "#app/domain/code/code-key.ts";
import { lookAlikeKey } from "#app/domain/code/look-alike.ts";
import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import { queryIn, type Transaction } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { codeSpaceOf } from "../code/code-space.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { recountCodeDrift } from "../sync/recount-code-drift.server.ts";
import { codeClash } from "./code-clash.server.ts";

/** Texts of made codes that somebody else has are passed over, but not for ever. */
const MOST_TRIES = 20;

export type Replaced = { ok: true; text: string } | { ok: false; message: string };

/**
 * Puts another code in a code's place. The new one waits for Shopify; the old one stays in use and the campaign's until
 * the new one is there, so that no shopper finds neither. Whom the old one was given to is given the new one.
 */
export async function replaceCode(
  deps: Deps,
  tx: Transaction,
  campaign: Campaign,
  oldId: string,
  to: string | null,
): Promise<Replaced> {
  const made = to === null ? await nextMade(deps, tx, campaign) : null;
  const text = to ?? made?.code;
  if (text === undefined) return { ok: false, message: "No code like the others is left." };
  const key = codeKey(text);
  const clash = await codeClash(tx, campaign, key);
  if (clash) return { ok: false, message: clash };
  const { shopId, id } = campaign;
  const now = deps.now();
  const values = [shopId, id, oldId, text, key, made ? null : lookAlikeKey(key), now];
  const numbered = [made?.serial ?? null, made?.tail ?? null];
  const [young] = await queryIn<{ id: string }>(tx, INSERT, [...values, ...numbered]);
  await queryIn(tx, LEAVE, [shopId, oldId, now, young?.id ?? null]);
  await recountCodeDrift(tx, campaign, now);
  await queryIn(tx, WAIT, [shopId, oldId, young?.id ?? null]);
  return { ok: true, text };
}

type Made = { code: string; serial: number; tail: string };

/** The next code of the campaign's permutation that is nobody's. */
async function nextMade(deps: Deps, tx: Transaction, campaign: Campaign): Promise<Made | null> {
  if (campaign.codePrefix === null) return null;
  const codeOf = uniqueCodes(codeSpaceOf(await shopOf(deps, campaign.shopId), campaign));
  for (let serial = campaign.nextSerial; serial < campaign.nextSerial + MOST_TRIES; serial++) {
    const code = codeOf(serial);
    if (await codeClash(tx, campaign, code)) continue;
    await tx.campaign.update({
      where: { shopId_id: { shopId: campaign.shopId, id: campaign.id } },
      data: { nextSerial: serial + 1 },
    });
    return { code, serial, tail: code.slice(campaign.codePrefix.length) };
  }
  return null;
}

/** From now, and never reaching back into the time when the same text was another code. */
const INSERT = `
  INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, look_alike_key, holder_id,
    serial, tail, assigned_from, created_at)
  SELECT old.shop_id, old.campaign_id, $4, $5, 'pending', old.dimension_set_id, $6, old.holder_id, $8::int, $9,
    GREATEST($7::timestamptz, (SELECT max(e.assigned_until) FROM code e WHERE e.shop_id = $1::int AND e.code_key = $5)),
    $7::timestamptz
  FROM code old WHERE old.shop_id = $1::int AND old.campaign_id = $2::uuid AND old.id = $3::bigint
  RETURNING id::text`;

/** What is not in Shopify need not be taken out of it. */
const LEAVE = `
  UPDATE code SET replaced_by_id = $4::bigint, state = CASE WHEN state IN ('live', 'returned') THEN 'retiring' ELSE 'retired' END, error = NULL,
    assigned_until = CASE WHEN state NOT IN ('live', 'returned') THEN GREATEST($3::timestamptz, assigned_from) END
  WHERE shop_id = $1::int AND id = $2::bigint`;

/** What was waiting for the old one, which Shopify refused perhaps, waits for the new one. */
const WAIT = `
  UPDATE code SET replaced_by_id = $3::bigint
  WHERE shop_id = $1::int AND replaced_by_id = $2::bigint AND state = 'retiring'`;
