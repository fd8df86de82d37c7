import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { adoptedTerms } from "#app/domain/adoption/campaign-terms.ts";
import { MAPPING_RESULTS } from "#app/domain/adoption/map-discount.ts";
import type { MappedFilter, MappedSummary } from "#app/domain/adoption/summary.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

type Question = { filter: MappedFilter; cursor: string | null };

/** The store's discounts that are no campaigns, with what each would become; by title, or those with a code. */
export async function listMapped(
  deps: Deps,
  actor: Actor,
  { filter, cursor: asked }: Question,
): Promise<Outcome<Page<MappedSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const read = readCursor(asked);
  const cursor = read && /^\d{1,18}$/.test(read.id) ? read : null;
  const found = [shopId, filter.result, likeOf(filter.text), codeKey(filter.text)];
  const { pool } = deps.database;
  const { rows: counted } = await pool.query<{ total: number }>(`${TOTAL} ${WHERE}`, found);
  const { rows } = await pool.query<Row>(cursor?.backwards ? BACKWARDS : FORWARDS, [
    ...found,
    cursor?.value ?? null,
    cursor?.id ?? null,
    PAGE_SIZE + 1,
  ]);
  const { currency } = await shopOf(deps, shopId);
  return done(pageOf(rows, cursor, counted[0]?.total ?? 0, (row) => summaryOf(row, currency)));
}

type Row = Omit<MappedSummary, "becomes" | "offer" | "startsAt" | "endsAt"> & {
  sortValue: string;
  sortId: string;
  startsAt: Date;
  endsAt: Date | null;
  terms: DiscountTerms | null;
  name: string | null;
  codeKind: "public" | "list" | null;
  convention: string | null;
};

function summaryOf(row: Row, currency: string): MappedSummary {
  const { sortValue: _, sortId: __, terms, name, codeKind, convention, ...rest } = row;
  return {
    ...rest,
    result: MAPPING_RESULTS.find((known) => known === row.result) ?? "not_ours",
    offer: terms && (adoptedTerms(terms, codeKind ?? "public", currency)?.offer ?? null),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    becomes: name === null || !codeKind ? null : { name, codeKind, convention: convention ?? "" },
  };
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

const WHERE = `
  FROM discount_mapping m JOIN discount d ON d.shop_id = m.shop_id AND d.id = m.discount_id
  WHERE m.shop_id = $1 AND m.result = $2 AND ($4 = '' OR d.title ILIKE $3 OR m.name ILIKE $3 OR EXISTS (
    SELECT 1 FROM redeem_code r WHERE r.shop_id = $1 AND r.discount_id = d.id AND r.code_key = $4))`;

const TOTAL = "SELECT count(*)::int AS total";

const SELECT = `
  SELECT d.id::text AS id, d.title, d.status, d.method, d.terms, d.starts_at AS "startsAt", d.ends_at AS "endsAt",
    d.uses, m.result, m.name, m.code_kind AS "codeKind", COALESCE(m.refused, m.reason) AS reason, m.proposal,
    m.chosen_at IS NOT NULL AND m.refused IS NULL AS "isChosen",
    (SELECT v.name FROM convention v WHERE v.shop_id = $1 AND v.id = m.convention_id
      AND v.version = m.convention_version) AS convention,
    (SELECT count(*)::int FROM redeem_code r WHERE r.shop_id = $1 AND r.discount_id = d.id) AS codes,
    (SELECT r.code FROM redeem_code r WHERE r.shop_id = $1 AND r.discount_id = d.id ORDER BY r.code_key LIMIT 1) AS code,
    d.title AS "sortValue", d.id::text AS "sortId"
  ${WHERE}`;

const FORWARDS = `${SELECT} AND ($5::text IS NULL OR (d.title, d.id) > ($5::text, $6::bigint))
  ORDER BY d.title, d.id LIMIT $7`;

const BACKWARDS = `${SELECT} AND (d.title, d.id) < ($5::text, $6::bigint) ORDER BY d.title DESC, d.id DESC LIMIT $7`;
