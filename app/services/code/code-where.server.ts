import { codeKey } from "#app/domain/code/code-key.ts";
import type { CodeFilter } from "#app/domain/code/summary.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";
import { findText, type CodeText } from "./code-text.server.ts";

/**
 * A filter as SQL over `code k`: `sql` without its text, which is looked for in several places (`text`, null when there
 * is none). Where it names one, `walk` is the column whose values part the codes it finds, each of which an index has
 * in the order of their ids: so the newest of many are found without sorting them all.
 */
export type CodeWhere = {
  sql: string;
  values: unknown[];
  text: CodeText | null;
  walk: Walk | null;
};
export type Walk = { column: "dimension_set_id" | "campaign_id"; among: readonly unknown[] };

/** The condition that a filter means. A filter that cannot be met, such as an unknown holder, finds nothing. */
export async function codeWhere(deps: Deps, shop: Shop, filter: CodeFilter): Promise<CodeWhere> {
  const values: unknown[] = [shop.id];
  const conditions = ["k.shop_id = $1"];
  const add = (condition: (value: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const campaignId =
    filter.campaignId !== null && isId(filter.campaignId) ? filter.campaignId : null;
  if (campaignId !== null) add((v) => `k.campaign_id = ${v}::uuid`, campaignId);
  if (filter.state !== "all") add((v) => `k.state = ${v}`, filter.state);
  if (filter.used === "yes") conditions.push("k.is_used");
  if (filter.used === "no") conditions.push("NOT k.is_used");
  const sets = filter.dimension ? await setsWith(deps, shop.id, filter.dimension) : null;
  if (sets) add((v) => `k.dimension_set_id = ANY (${v}::int[])`, sets);
  if (filter.holder !== null && filter.holder.trim() !== "")
    add((v) => `k.holder_id = ANY (${v}::bigint[])`, await peopleOf(deps, shop, filter.holder));
  const text = await findText(deps, shop.id, codeKey(filter.text.slice(0, 300)));
  const walk: Walk | null = sets
    ? { column: "dimension_set_id", among: sets }
    : campaignId !== null
      ? { column: "campaign_id", among: [campaignId] }
      : null;
  return { sql: conditions.join(" AND "), values, text, walk };
}

async function setsWith(
  deps: Deps,
  shopId: number,
  { field, value }: { field: string; value: string },
): Promise<number[]> {
  const rows = await deps.database.prisma.dimensionValue.findMany({
    where: { shopId, field: field.replaceAll("\0", ""), value: value.replaceAll("\0", "") },
    select: { setId: true },
  });
  return rows.map(({ setId }) => setId);
}

/** Everybody known by an e-mail address or a customer number, under any of the surrogates they were given. */
async function peopleOf(deps: Deps, shop: Shop, text: string): Promise<string[]> {
  const typed = text.trim();
  const customerId = /^(gid:\/\/shopify\/Customer\/)?(\d{1,19})$/.exec(typed)?.[2] ?? null;
  const who = { customerId, email: customerId ? null : typed, phone: null };
  const hashes = identityHashes(shop, who).map(({ hash }) => hash);
  const { rows } = await deps.database.pool.query<{ id: string }>(PEOPLE, [shop.id, hashes]);
  return rows.map(({ id }) => id);
}

const PEOPLE = `
  SELECT same.id::text FROM person_identity i
  JOIN person p ON p.shop_id = i.shop_id AND p.id = i.person_id
  JOIN person same ON same.shop_id = p.shop_id AND COALESCE(same.root_id, same.id) = COALESCE(p.root_id, p.id)
  WHERE i.shop_id = $1 AND i.hash = ANY (SELECT decode(hex, 'hex') FROM unnest($2::text[]) AS hex)`;
