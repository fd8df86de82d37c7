import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";

import { COUNTED_UP_TO, NO_FILTER, type CodeFilter } from "#app/domain/code/summary.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { exportCodes } from "#app/services/code/export-codes.server.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { markAllUsedCodes } from "#app/services/redemption/mark-used-codes.server.ts";
import { PAGE_SIZE } from "#app/services/page.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";
import { addUniqueCampaign, makeAll } from "./unique-campaign.ts";

const deps = await testDeps();
const { pool } = deps.database;
const at = await addShop(deps, "search.myshopify.com");
const viewer = at.as("viewer");

/** A code as a naive search sees it. */
type Known = { id: string; key: string; state: string; campaign: string; season: string | null } & {
  uses: number;
};
let known: Known[] = [];
let campaigns: Record<"summer" | "winter" | "list", string>;
const HELD = { "VIP-1": "ana@example.com", "VIP-2": "ana@example.com", "VIP-3": "bo@example.com" };

/** With signs that LIKE gives a meaning: no code of ours has them, but what is searched may. */
const ODD = ["50%_OFF", "50XXOFF", "A\\B-CAT", "A_B%CAT", "AXB-CAT", "%%%", "___", "\\\\\\"];

beforeAll(async () => {
  const csv = [...Object.entries(HELD).map((row) => row.join()), "VIP-4,", "SUMMIT,"].join("\n");
  const body = new Response(`code,email\n${csv}\n`).body!;
  const brought = await stageImport(deps, at.as("editor"), { fileName: "vip.csv", body });
  const importId = valueOf(brought).id;
  const list = await addCampaign(deps, at, { codeKind: "list", importId, usesPerCode: "1" });
  // Older than everything else, so that whoever walks past 10,000 meets them last.
  await bring(list, ODD);
  const summer = await addUniqueCampaign(deps, at, "SUMMER", { count: 12_000, unique: "6" });
  const winter = await addCampaign(deps, at, {
    ...{ name: "WINTER26_10OFF", codeKind: "unique", codeCount: "12000", codeLength: "8" },
  });
  await makeAll(deps);
  await addUniqueCampaign(deps, at, "SUMRUN", { count: 300 });
  // As made by a convention whose own letters are fewer than two: its prefix ends within what is typed.
  const brief = await addUniqueCampaign(deps, at, "QUIET", { count: 300 });
  await makeAll(deps);
  await pool.query("UPDATE code SET tail = 'UIET-' || tail WHERE campaign_id = $1", [brief]);
  await pool.query("UPDATE campaign SET code_prefix = 'Q' WHERE id = $1", [brief]);
  await bring(
    list,
    Array.from({ length: 11_000 }, (_, i) => `GIFT-${i}-ER-C`),
  );
  await addCampaign(deps, at, { name: "SUMMER26_20OFF" });
  // Brought to a campaign that makes its codes: its prefix is not theirs.
  await bring(summer, ["ALIEN-1", "ALIEN-SUM"]);
  campaigns = { summer, winter, list };
  // The last ones in the order an index has them.
  await pool.query(
    `UPDATE code SET state = 'failed' WHERE id IN (
       (SELECT id FROM code WHERE campaign_id = $1 ORDER BY id DESC LIMIT 40)
       UNION ALL (SELECT id FROM code WHERE campaign_id = $2 ORDER BY id DESC LIMIT 30))`,
    [summer, list],
  );
  // Some of the newest and the oldest are used, one in five of them freed again, each on two days.
  await pool.query(
    `INSERT INTO rollup
     SELECT k.shop_id, 'code', k.id::text, d.day::date, 'EUR', d.place, CASE k.id % 5 WHEN 0 THEN d.place ELSE 0 END,
       0, 0, 0, 'UTC'
     FROM code k, unnest('{2026-06-01, 2026-06-02}'::text[]) WITH ORDINALITY AS d (day, place)
     WHERE k.shop_id = $1 AND k.id % 7 = 3`,
    [at.shop.id],
  );
  await inTransaction(pool, (client) => markAllUsedCodes(client, at.shop.id));
  const other = await addShop(deps, "other-search.myshopify.com");
  await addCampaign(deps, other, { name: "SUMMER26_15OFF" });
  // As the server does by itself, some time after so many rows.
  await pool.query("VACUUM ANALYZE code, campaign, rollup");
  const { rows } = await pool.query<Known>(
    `SELECT k.id::text, k.code_key AS key, k.state, k.campaign_id AS campaign, v.value AS season,
       CASE WHEN k.id % 7 = 3 AND k.id % 5 <> 0 THEN 3 ELSE 0 END AS uses FROM code k
     LEFT JOIN dimension_value v ON v.shop_id = k.shop_id AND v.set_id = k.dimension_set_id AND v.field = 'season'
     WHERE k.shop_id = $1 ORDER BY k.id DESC`,
    [at.shop.id],
  );
  known = rows;
});

async function bring(campaignId: string, codes: readonly string[]): Promise<void> {
  await pool.query(
    `INSERT INTO code (shop_id, campaign_id, code, code_key, state, dimension_set_id, assigned_from, created_at)
     SELECT c.shop_id, c.id, new.code, new.code, 'pending', c.dimension_set_id, now(), now()
     FROM campaign c, unnest($2::text[]) AS new (code) WHERE c.id = $1`,
    [campaignId, codes],
  );
}

function naively(filter: CodeFilter): Known[] {
  const text = filter.text.trim().toUpperCase();
  const has = (key: string) => (text.length < 3 ? key.startsWith(text) : key.includes(text));
  return known.filter(
    ({ key, state, campaign, season, uses }) =>
      has(key) &&
      (filter.state === "all" || state === filter.state) &&
      (filter.used === "all" || (uses > 0 ? "yes" : "no") === filter.used) &&
      (filter.campaignId === null || campaign === filter.campaignId) &&
      (filter.dimension === null || season === filter.dimension.value) &&
      (filter.holder === null || (HELD as Record<string, string>)[key] === filter.holder),
  );
}

const list = async (filter: CodeFilter, cursor: string | null) =>
  valueOf(await listCodes(deps, viewer, { filter, cursor }));
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const cursorAfter = ({ id }: Known) =>
  Buffer.from(JSON.stringify([">", id, id])).toString("base64url");

/** Walks a few pages on from a place in what should be found, and back again. */
async function walk(filter: CodeFilter, wanted: readonly string[], from: number): Promise<void> {
  const before = known.find(({ id }) => id === wanted[from - 1]);
  let cursor = before ? cursorAfter(before) : null;
  const starts: number[] = [];
  for (let start = from; starts.length < 6; start += PAGE_SIZE) {
    const page = await list(filter, cursor);
    expect(idsOf(page.rows)).toEqual(wanted.slice(start, start + PAGE_SIZE));
    expect(page.next !== null).toBe(start + PAGE_SIZE < wanted.length);
    starts.push(start);
    cursor = page.next;
    if (cursor === null) break;
  }
  let back = (await list(filter, before ? cursorAfter(before) : null)).previous;
  if (starts.length > 1) {
    const second = known.find(({ id }) => id === wanted[from + PAGE_SIZE - 1])!;
    back = (await list(filter, cursorAfter(second))).previous;
    const page = await list(filter, back);
    expect(idsOf(page.rows)).toEqual(wanted.slice(from, from + PAGE_SIZE));
    back = page.previous;
  }
  if (from === 0) return expect(back).toBeNull();
  const page = await list(filter, back);
  expect(idsOf(page.rows)).toEqual(wanted.slice(Math.max(0, from - PAGE_SIZE), from));
}

async function exported(filter: CodeFilter): Promise<string[]> {
  const { body } = valueOf(await exportCodes(deps, viewer, { filter, ids: null }));
  const rows: string[][] = parse(await new Response(body).text(), { bom: true });
  // An apostrophe keeps spreadsheets from running what begins like a formula.
  return rows.slice(1).map(([code = ""]) => code.replace(/^'/, ""));
}

const TEXTS: [text: string, why: string][] = [
  ["", "everything, more than is counted"],
  ["S", "a beginning, in part of a prefix"],
  ["SU", "a beginning of more than are counted, none of them the newest"],
  ["GI", "a beginning of codes without a tail, more than are counted"],
  ["QU", "from a prefix of one letter into the tail"],
  ["summer-", "a prefix, in small letters"],
  ["SUMMER", "the prefix of many, the whole of some and in the middle of none"],
  ["UMM", "inside a prefix, and inside a code that was brought"],
  ["SUM", "a prefix of two campaigns"],
  ["ER-C", "from a prefix into the tail, and in 11,000 codes that were brought"],
  ["ER-", "the end of a prefix, and in codes that were brought"],
  ["10OFF-B", "from a prefix into the tail"],
  ["R-B", "from a prefix into the tail, briefly"],
  ["GIFT", "in codes that were brought, more than are counted"],
  ["T-77", "inside codes that were brought"],
  ["77-E", "inside fewer"],
  ["50%", "a percent sign, literally"],
  ["%%%", "percent signs only"],
  ["___", "underscores only"],
  ["A_B", "an underscore, literally"],
  ["\\B-", "a backslash, literally"],
  ["\\\\\\", "backslashes only"],
  ["%", "a percent sign, as a beginning"],
  ["_", "an underscore, as a beginning"],
  ["\\", "a backslash, as a beginning"],
  ["' OR 1=1 --", "nothing"],
  ["ZZZZ", "nothing"],
  ["X".repeat(400), "nothing, though it is endless"],
];

const unusedOf = (campaignId: string): CodeFilter => ({ ...NO_FILTER, campaignId, used: "no" });

describe("codes are found as by looking at each", () => {
  const filters = (text: string): [string, () => CodeFilter][] => [
    ["anywhere", () => ({ ...NO_FILTER, text })],
    ["refused", () => ({ ...NO_FILTER, text, state: "failed" })],
    ["used", () => ({ ...NO_FILTER, text, used: "yes" })],
    ["not used, of a campaign", () => ({ ...unusedOf(campaigns.winter), text })],
    ["of a campaign", () => ({ ...NO_FILTER, text, campaignId: campaigns.summer })],
    ["of a list", () => ({ ...NO_FILTER, text, campaignId: campaigns.list, state: "pending" })],
    [
      "of a dimension",
      () => ({ ...NO_FILTER, text, dimension: { field: "season", value: "WINTER" } }),
    ],
    ["of a holder", () => ({ ...NO_FILTER, text, holder: "ana@example.com" })],
  ];
  test.each(TEXTS)("%j: %s", async (text) => {
    for (const [, filterOf] of filters(text)) {
      const filter = filterOf();
      const wanted = idsOf(naively(filter));
      const { total } = await list(filter, null);
      expect(Math.min(total, COUNTED_UP_TO + 1)).toBe(Math.min(wanted.length, COUNTED_UP_TO + 1));
      await walk(filter, wanted, 0);
      if (wanted.length > 200) await walk(filter, wanted, wanted.length - 60);
    }
  });

  test.each(["", "SU", "SUM", "ER-C", "A_B", "%%%", "\\"])(
    "and exported as they are found: %j",
    async (text) => {
      for (const [, filterOf] of filters(text)) {
        const filter = filterOf();
        const wanted = naively(filter).map(({ key }) => key);
        expect(await exported(filter)).toEqual(wanted.reverse());
      }
    },
  );
});

test("chosen codes are exported, of those that the filter finds", async () => {
  const [first, second] = naively({ ...NO_FILTER, state: "failed" });
  const pending = naively({ ...NO_FILTER, state: "pending" })[0];
  const ids = [first!.id, second!.id, pending!.id, "0", "no number", "9".repeat(30)];
  const filter: CodeFilter = { ...NO_FILTER, state: "failed" };
  const { body } = valueOf(await exportCodes(deps, viewer, { filter, ids }));
  const rows: string[][] = parse(await new Response(body).text(), { bom: true });
  expect(rows).toEqual([
    ["code", "campaign", "state", "uses"],
    [second!.key, "SUMMER", "Refused by Shopify", "0"],
    [first!.key, "SUMMER", "Refused by Shopify", "0"],
  ]);
});

test("an unknown holder, dimension or cursor finds nothing or the first page, and fails nothing", async () => {
  for (const change of [
    { holder: "nobody@example.com" },
    { holder: "12345" },
    { dimension: { field: "season", value: "\0" } },
    { dimension: { field: "no\0field", value: "WINTER" } },
    { campaignId: deps.newId() },
  ])
    expect((await list({ ...NO_FILTER, ...change }, null)).total).toBe(0);
  const first = await list(NO_FILTER, null);
  expect(await list(NO_FILTER, "not ours")).toEqual(first);
  expect(await list({ ...NO_FILTER, campaignId: "no id" }, null)).toEqual(first);
});
