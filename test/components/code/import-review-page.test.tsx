// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ImportReviewPage } from "#app/components/code/import-review-page.tsx";
import type { ImportSummary } from "#app/domain/code/import.ts";

const summary: ImportSummary = {
  id: "i1",
  fileName: "codes.csv",
  rows: 1_502,
  good: 1_500,
  bad: 2,
  header: { line: 1, column: 2, title: "Code" },
  sample: ["VIP-1", "VIP-2"],
  problems: [
    { line: 7, text: "VIP 3", reason: "A space at position 4 cannot be part of a code." },
    { line: 9, text: "", reason: "A code cannot be empty." },
  ],
  lookAlikes: [{ code: "VIP-O", other: "VIP-0", why: "The letter O looks like the digit 0." }],
  conventions: [
    { name: "Vouchers", codes: 1_200 },
    { name: "Seasons", codes: 0 },
  ],
  createdAt: "2026-06-10T11:58:00.000Z",
};
const campaigns = [
  { id: "c1", name: "SUMMER26_FREESHIP" },
  { id: "c4", name: "VIP26" },
];

type Shown = { summary?: Partial<ImportSummary>; campaign?: { id: string; name: string } };

function answering(path: string, answer: unknown, status = 200) {
  const posted: Record<string, FormDataEntryValue>[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return Response.json(answer, { status });
  };
  return { route: { path, action }, posted };
}

function show(shown: Shown = {}, others: ReturnType<typeof answering>[] = []) {
  return mount(
    <ImportReviewPage
      summary={{ ...summary, ...shown.summary }}
      campaigns={campaigns}
      campaign={shown.campaign ?? null}
    />,
    { at: "/app/codes/imports/i1", others: others.map(({ route }) => route) },
  );
}

describe("what was read", () => {
  it("is counted, shown and explained", async () => {
    const page = await show();
    expect(page.text()).toContain("1,500 of 1,502 rows can be used, 2 cannot.");
    expect(page.text()).toContain("The first codesVIP-1VIP-2");
    expect(page.text()).toContain("Vouchers explains 1,200 of 1,500.");
    expect(page.text()).not.toContain("Seasons explains");
  });

  it("says what was taken as the header, and nothing when there was none", async () => {
    const page = await show();
    const said = "was taken as the header";
    expect(page.text()).toContain(`Line 1 ${said}; codes are in column 2 (“Code”).`);
    expect((await show({ summary: { header: null } })).text()).not.toContain(said);
  });

  it("says where each bad row stands and why, and which codes look alike", async () => {
    const page = await show();
    const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows).toEqual([
      "7VIP 3A space at position 4 cannot be part of a code.",
      "9NothingA code cannot be empty.",
      "VIP-OVIP-0The letter O looks like the digit 0.",
    ]);
    expect(page.text()).not.toContain("These are the first");
  });

  it.each<[number, number, string | null]>([
    [200, 0, null],
    [201, 0, "None were found."],
    [1_500, 1, "Among themselves, but not with codes of your other lists"],
    [20_001, 1, "Not among themselves, because there are more than 20,000"],
    [20_001, 50, "Only the first 50 pairs are shown."],
  ])(
    "says how far look-alikes of %i codes were searched for (%i found)",
    async (good, pairs, said) => {
      const lookAlikes = Array.from({ length: pairs }, (_, i) => ({
        ...{ code: `VIP-O${i}`, other: `VIP-0${i}`, why: "alike" },
      }));
      const page = await show({ summary: { good, lookAlikes } });
      if (said === null) expect(page.text()).not.toContain("easily confused");
      else expect(page.text()).toContain(said);
    },
  );

  it("says when there are more bad rows than shown", async () => {
    const page = await show({ summary: { bad: 1_200 } });
    expect(page.text()).toContain("These are the first 2 of 1,200.");
  });

  it.each([
    [{ rows: 0, good: 0, bad: 0, problems: [] }, "codes.csv has no codes in it."],
    [{ rows: 2, good: 0, bad: 2 }, "None of its rows can be used."],
  ])("with nothing to import says what to do instead of offering it", async (changes, what) => {
    const page = await show({ summary: changes });
    expect(page.text()).toContain(what);
    expect(page.button("Import again").getAttribute("href")).toBe("/app/codes/import");
    expect(page.text()).not.toContain("Start a campaign");
  });
});

describe("going on with it", () => {
  it("starts a campaign with the codes", async () => {
    const page = await show();
    const start = page.button("Start a campaign with these codes");
    expect(start.getAttribute("href")).toBe("/app/campaigns/new?import=i1");
  });

  it("speaks of one code as of one", async () => {
    const page = await show({ summary: { good: 1, lookAlikes: [] } });
    expect(page.text()).toContain("The 1 code gets its offer, its limits and its dates.");
    expect(page.text()).toContain("You say what the 1 code takes off");
    page.button("Start a campaign with this code");
  });

  it("adds them to a campaign, once one is chosen, and goes there", async () => {
    const add = answering("/app/campaigns/c4/codes", { ok: true, id: "c4" });
    const page = await show({}, [add]);
    await page.click(page.button("Add 1,500 codes"));
    expect(page.text()).toContain("Choose the campaign first.");
    await page.choose(document.querySelector("select")!, "c4");
    await page.click(page.button("Add 1,500 codes"));
    await page.settle(20);
    expect(add.posted).toEqual([{ importId: "i1" }]);
    expect(page.asked.toasts).toEqual(["The codes are being added to VIP26"]);
    expect(page.router.state.location.pathname).toBe("/app/campaigns/c4");
  });

  it("knows the campaign they were brought for", async () => {
    const campaign = { id: "c9", name: "OLD" };
    const add = answering("/app/campaigns/c9/codes", { ok: true, id: "c9" });
    const page = await show({ campaign }, [add]);
    await page.click(page.button("Add 1,500 codes"));
    await page.settle(20);
    expect(add.posted).toEqual([{ importId: "i1" }]);
  });

  it("keeps a refusal beside the campaign", async () => {
    const refusal = { kind: "conflict", message: "This campaign has ended." };
    const add = answering("/app/campaigns/c1/codes", { refusal, problems: [] }, 409);
    const page = await show({}, [add]);
    await page.choose(document.querySelector("select")!, "c1");
    await page.click(page.button("Add 1,500 codes"));
    await page.settle(20);
    expect(page.text()).toContain("This campaign has ended.");
    expect(page.router.state.location.pathname).toBe("/app/codes/imports/i1");
  });

  it("discards them only after saying what that means", async () => {
    const discard = answering("/app/codes/imports/i1/discard", { ok: true, id: "i1" });
    const page = await show({}, [discard]);
    await page.click(page.button("Discard"));
    expect(page.text()).toContain("The 1,502 rows read from it are forgotten.");
    expect(discard.posted).toEqual([]);
    await page.click(page.button("Discard import"));
    await page.settle(20);
    expect(discard.posted).toHaveLength(1);
    expect(page.router.state.location.pathname).toBe("/app/codes/import");
  });
});
