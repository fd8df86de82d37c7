import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CampaignStatus } from "#app/domain/campaign/status.ts";
import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor } from "../page.server.ts";
import {
  NUMBER_COLUMNS,
  NUMBERS,
  statusSql,
  summaryOf,
  type CampaignNumbers,
} from "./campaign-query.server.ts";

export type CampaignSort = "newest" | "name" | "uses" | "revenue" | "ends";

export type CampaignQuestion = {
  status: CampaignStatus | "all";
  text: string;
  sort: CampaignSort;
  cursor: string | null;
};

/** What each sort compares, as text that sorts as its values do, and which way. */
const SORTS: Record<CampaignSort, { value: string; descending: boolean }> = {
  newest: { value: "lpad(c.number::text, 12, '0')", descending: true },
  name: { value: "c.name", descending: false },
  uses: { value: "lpad(n.uses::text, 20, '0')", descending: true },
  revenue: {
    value: `lpad(GREATEST(n."revenueMinor", 0)::bigint::text, 20, '0')`,
    descending: true,
  },
  ends: {
    value: "COALESCE(to_char(c.ends_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS'), '99999999999999')",
    descending: false,
  },
};

type Row = CampaignNumbers & { id: string; sortValue: string; sortId: string; total: number };

/** The shop's campaigns, a page at a time. */
export async function listCampaigns(
  deps: Deps,
  actor: Actor,
  { status, text, sort, cursor: cursorText }: CampaignQuestion,
): Promise<Outcome<Page<CampaignSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { value, descending } = SORTS[sort];
  const cursor = readCursor(cursorText);
  const backwards = cursor?.backwards ?? false;
  const down = descending !== backwards;
  const now = deps.now();
  const filter = `c.shop_id = $1 AND ($2 = 'all' OR ${statusSql("$3::timestamptz")} = $2) AND position(upper($4) in c.name) > 0`;
  const from = `FROM campaign c ${NUMBERS} WHERE ${filter}`;
  const after = cursor ? `AND (${value}, c.id::text) ${down ? "<" : ">"} ($5, $6)` : "";
  const direction = down ? "DESC" : "ASC";
  const { pool } = deps.database;
  const values = [shopId, status, now, text.trim()];
  const { rows } = await pool.query<Row>(
    `SELECT c.id, ${NUMBER_COLUMNS}, ${value} AS "sortValue", c.id::text AS "sortId", count(*) OVER ()::int AS total
     ${from} ${after}
     ORDER BY ${value} ${direction}, c.id::text ${direction} LIMIT ${PAGE_SIZE + 1}`,
    [...values, ...(cursor ? [cursor.value, cursor.id] : [])],
  );
  const count = `SELECT count(*)::int AS total ${from}`;
  // From a cursor on it is not all that are counted.
  const [all] = cursor ? (await pool.query<Pick<Row, "total">>(count, values)).rows : rows;
  const campaigns = await deps.database.prisma.campaign.findMany({
    where: { shopId, id: { in: rows.map(({ id }) => id) } },
  });
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const there = rows.filter(({ id }) => byId.has(id));
  return done(
    pageOf(there, cursor, all?.total ?? 0, (row) => {
      const campaign = byId.get(row.id);
      // Filtered to the ones that are there just above.
      if (!campaign) throw new Error("A campaign left the page while it was made.");
      return summaryOf(campaign, row, now);
    }),
  );
}
