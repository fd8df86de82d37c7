import { codeKey } from "#app/domain/code/code-key.ts";
import type { CodeFilter } from "#app/domain/code/summary.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";

/** Three letters are what the index of what codes contain is made of. */
const CONTAINS_FROM = 3;

/** A filter as SQL over `code k`; `text` is also told apart because it decides the order. */
export type CodeWhere = { sql: string; values: unknown[]; isText: boolean };

/** The condition that a filter means. A filter that cannot be met, such as an unknown holder, finds nothing. */
export async function codeWhere(deps: Deps, shop: Shop, filter: CodeFilter): Promise<CodeWhere> {
  const values: unknown[] = [shop.id];
  const conditions = ["k.shop_id = $1"];
  const add = (condition: (value: string) => string, value: unknown) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  const text = codeKey(filter.text.slice(0, 300));
  if (text.length >= CONTAINS_FROM) add((v) => `k.code_key LIKE ${v}`, `%${likeText(text)}%`);
  else if (text !== "") add((v) => `k.code_key LIKE ${v}`, `${likeText(text)}%`);
  if (filter.campaignId !== null && isId(filter.campaignId))
    add((v) => `k.campaign_id = ${v}::uuid`, filter.campaignId);
  if (filter.state !== "all") add((v) => `k.state = ${v}`, filter.state);
  if (filter.dimension)
    add((v) => `k.dimension_set_id = ANY (${v}::int[])`, await setsWith(deps, shop.id, filter));
  if (filter.holder !== null && filter.holder.trim() !== "")
    add((v) => `k.holder_id = ANY (${v}::bigint[])`, await peopleOf(deps, shop, filter.holder));
  return { sql: conditions.join(" AND "), values, isText: text !== "" };
}

/** What a person typed, with the signs that LIKE gives a meaning taken literally. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`).replaceAll("\0", "");
}

async function setsWith(deps: Deps, shopId: number, { dimension }: CodeFilter): Promise<number[]> {
  if (!dimension) return [];
  const rows = await deps.database.prisma.dimensionValue.findMany({
    where: { shopId, field: dimension.field, value: dimension.value },
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
