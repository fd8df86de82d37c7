import { beforeAll, describe, expect, test } from "vitest";

import type { ImportSummary } from "#app/domain/code/import.ts";
import type { CodeSummary, SavedView } from "#app/domain/code/summary.ts";
import { makeCampaign } from "#test/support/campaign-form.ts";
import { allRoutes, callRoute } from "#test/support/routes.ts";
import { BROWSER, StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp } from "#test/support/standin-app.ts";

const app = await openStandinApp();
const olive = await StaffClient.of(app, "bonafide-demo");
const routes = await allRoutes();

type Listed = {
  page: { rows: CodeSummary[]; total: number; next: string | null };
  views: SavedView[];
  answer: { found: boolean; message: string } | null;
};

const FILE = "code,email\r\nVIP-1001,ana@example.com\r\nVIP-1002,\r\nVIP 1003,\r\n";

/** Sends a list as the page does: the body is the file itself. */
async function stage(text: string, fileName: string): Promise<string> {
  const request = new Request(`${app.url}/app/codes/imports`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${olive.token()}`,
      "user-agent": BROWSER,
      "content-type": "text/csv",
      "x-file-name": encodeURIComponent(fileName),
    },
    body: text,
  });
  const answer = await callRoute(routes.get("app.codes_.imports")?.action, request, {});
  expect(answer.status).toBe(200);
  return answer.json<{ id: string }>().id;
}

let campaign: string;
let unique: string;
beforeAll(async () => {
  unique = await makeCampaign(olive, "SUMMER26_FREESHIP", {
    offerKind: "free_shipping",
    codeKind: "unique",
    codeCount: "30",
  });
  const importId = await stage(FILE, "Gäste.csv");
  campaign = await makeCampaign(olive, "WINTER26_FREESHIP", {
    offerKind: "free_shipping",
    codeKind: "list",
    importId,
  });
});

describe("the list of codes", () => {
  test("is filtered by what stands in its address", async () => {
    const search = `?campaign=${unique}&part=${encodeURIComponent("season:SUMMER")}&state=pending`;
    const { page } = await olive.read<Listed>("app.codes", { search });
    expect([page.total, page.rows.length]).toEqual([30, 25]);
    const other = await olive.read<Listed>("app.codes", { search: "?part=season:WINTER" });
    expect(other.page.total).toBe(2);
  });

  test("has something to say of a code that is in no list", async () => {
    const { page, answer } = await olive.read<Listed>("app.codes", { search: "?q=VIP-1OO1" });
    expect(page.total).toBe(0);
    expect(answer?.message).toContain("VIP-1001");
  });

  test("says that a code is there behind the filters, and of a piece of one nothing false", async () => {
    const behind = async (q: string) =>
      (await olive.read<Listed>("app.codes", { search: `?q=${q}&part=season:SUMMER` })).answer;
    expect(await behind("VIP-1001")).toMatchObject({ found: true });
    expect(await behind("VIP-10")).toBeNull();
    const alone = await olive.read<Listed>("app.codes", { search: "?q=VIP-9" });
    expect(alone.answer).toMatchObject({ found: false });
  });

  test("keeps views by name", async () => {
    await olive.done("app.codes_.save-view", { form: { name: "Failed", query: "state=failed" } });
    const { views } = await olive.read<Listed>("app.codes");
    expect(views).toMatchObject([{ name: "Failed", query: "state=failed" }]);
    await olive.done("app.codes_.delete-view", { form: { id: views[0]!.id } });
    expect((await olive.read<Listed>("app.codes")).views).toEqual([]);
  });

  test("of one person is posted for, and holds with the other filters", async () => {
    const ask = async (query: string) => {
      const form = { holder: "Ana@Example.com", query, cursor: "" };
      return (await olive.done("app.codes_.holder", { form })).json<Listed>().page.rows;
    };
    expect((await ask("")).map(({ code }) => code)).toEqual(["VIP-1001"]);
    expect(await ask(`campaign=${unique}`)).toEqual([]);
  });
});

describe("the export", () => {
  const codesIn = (text: string) => text.match(/VIP-\d+|SUMMER26_FREESHIP-\w+/g);

  test("is a file with the codes of the filter, named for the day", async () => {
    const answer = await olive.load("app.codes_.export", { search: `?campaign=${unique}` });
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename\*=UTF-8''codes-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(codesIn(answer.text)).toHaveLength(30);
  });

  test("of chosen codes has those only", async () => {
    const { page } = await olive.read<Listed>("app.codes", { search: `?campaign=${campaign}` });
    const [first] = page.rows;
    const answer = await olive.load("app.codes_.export", { search: `?ids=${first!.id}` });
    expect(codesIn(answer.text)).toEqual([first!.code]);
  });

  test("of a person's codes is posted for", async () => {
    const form = { holder: "ana@example.com", query: "" };
    const answer = await olive.done("app.codes_.export", { form });
    expect(codesIn(answer.text)).toEqual(["VIP-1001"]);
  });
});

describe("an import", () => {
  test("is read, shown with what cannot be used, and added to a campaign", async () => {
    const id = await stage("code\nVIP-2001\nVIP 2002\nVIP-1001\n", "Mehr Gäste.csv");
    const target = { params: { id } };
    const shown = await olive.read<{ summary: ImportSummary; campaigns: { id: string }[] }>(
      "app.codes_.imports_.$id",
      target,
    );
    expect(shown.summary).toMatchObject({ fileName: "Mehr Gäste.csv", rows: 3, good: 1, bad: 2 });
    expect(shown.campaigns.map((each) => each.id)).toEqual([campaign, unique]);
    const problems = await olive.load("app.codes_.imports_.$id_.problems", target);
    expect(problems.text).toContain("VIP 2002");
    await olive.done("app.campaigns.$id.codes", {
      params: { id: campaign },
      form: { importId: id },
    });
    const { page } = await olive.read<Listed>("app.codes", { search: "?q=VIP-2001" });
    expect(page.rows.map((row) => row.campaign.id)).toEqual([campaign]);
    const summary = await olive.load("app.codes_.imports_.$id_.summary", target);
    expect(summary.status).toBe(404);
  });

  test("is forgotten when it is discarded", async () => {
    const id = await stage("VIP-3001\n", "No longer.txt");
    const target = { params: { id } };
    expect((await olive.load("app.codes_.imports_.$id", target)).status).toBe(200);
    await olive.done("app.codes_.imports_.$id_.discard", target);
    expect((await olive.load("app.codes_.imports_.$id", target)).status).toBe(404);
  });
});
