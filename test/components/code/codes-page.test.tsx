// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import type { Options } from "../support/mount.tsx";
import { CodesPage } from "#app/components/code/codes-page.tsx";
import type { CodeListQuery } from "#app/components/code/list-query.ts";
import type { CodeAnswer, CodeSummary, SavedView } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { onePage, sampleCode, viewerFrame } from "../support/sample.ts";

const all: CodeListQuery = {
  text: "",
  campaignId: null,
  state: "all",
  used: "all",
  dimension: null,
};
const choices = {
  campaigns: [{ id: "c1", name: "SUMMER26_FREESHIP" }],
  dimensions: [
    {
      field: "season",
      label: "season",
      values: [
        { value: "SUMMER", label: "Summer", names: 3 },
        { value: "WINTER", label: "Winter", names: 1 },
      ],
    },
  ],
};
const refused: CodeSummary = {
  ...sampleCode,
  id: "k2",
  code: "SUMMER26_FREESHIP_9999",
  state: "failed",
  error: "This code belongs to another discount.",
  isHeld: true,
  uses: 0,
  lastUsedAt: null,
};

type Shown = {
  page?: Page<CodeSummary>;
  query?: CodeListQuery;
  views?: SavedView[];
  answer?: CodeAnswer;
};

function show(shown: Shown, options: Options = {}) {
  return mount(
    <CodesPage
      page={shown.page ?? onePage(sampleCode, refused)}
      query={shown.query ?? all}
      choices={choices}
      views={shown.views ?? []}
      answer={shown.answer ?? null}
    />,
    { at: "/app/codes", ...options },
  );
}

/** Tabs stand on the page twice: those to be measured cannot be clicked. */
function tab(name: string): HTMLElement {
  const tabs = [...document.querySelectorAll<HTMLElement>("ul[role=tablist] [role=tab]")];
  const found = tabs.find(({ textContent }) => textContent === name);
  if (!found) throw new Error(`There is no tab ${name}`);
  return found;
}

/** A route that keeps what was posted to it. */
function posting(path: string, answer: unknown) {
  const posted: Record<string, FormDataEntryValue>[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return Response.json(answer);
  };
  return { route: { path, action }, posted };
}

describe("the code list", () => {
  it("says of each code where it is, whose it is and how often it was used", async () => {
    const page = await show({});
    const text = page.text();
    expect(text).toContain("SUMMER26_FREESHIP_7KQ2MPXD");
    expect(text).toContain("yesterday");
    expect(text).toContain("Refused by ShopifyThis code belongs to another discount.");
    expect(text).toContain("Given to a customer");
    expect(text).toContain("Not used yet");
    expect(text).toContain("2 codes");
    expect(page.find("a[href='/app/campaigns/c1']").textContent).toBe("SUMMER26_FREESHIP");
  });

  it("says “more than” where counting stopped", async () => {
    const page = await show({ page: { ...onePage(sampleCode), total: 10_001 } });
    expect(page.text()).toContain("More than 10,000 codes");
  });

  it("an empty list says where codes come from", async () => {
    const page = await show({ page: onePage() }, { frame: viewerFrame });
    expect(page.text()).toContain("No codes yetCodes are made with a campaign, or brought");
    expect(page.text()).toContain("You need the editor or admin role");
  });

  it("a filter without result says so", async () => {
    const page = await show({ page: onePage(), query: { ...all, state: "released" } });
    expect(page.text()).toContain("No codes found");
  });

  it("explains a code that is not there, and searches for the one that was meant", async () => {
    const answer = {
      found: false,
      message: "VIP-X7K2P9RT is mistyped: its check character does not fit.",
      suggestions: ["VIP-X7K2P9RV"],
    };
    const page = await show(
      { page: onePage(), query: { ...all, text: "VIP-X7K2P9RT" }, answer },
      { at: "/app/codes?q=VIP-X7K2P9RT&state=live" },
    );
    expect(page.text()).toContain("its check character does not fit");
    await page.click(page.button("Show VIP-X7K2P9RV"));
    expect(page.router.state.location.search).toBe("?q=VIP-X7K2P9RV");
  });

  it("shows a code that only the other filters hide", async () => {
    const answer = { found: true, message: "VIP-1 is a code of yours.", suggestions: [] };
    const page = await show(
      { page: onePage(), query: { ...all, text: "VIP-1", state: "failed" }, answer },
      { at: "/app/codes?q=VIP-1&state=failed" },
    );
    expect(page.text()).toContain("It is not among those you filtered for.");
    await page.click(page.button("Show VIP-1"));
    expect(page.router.state.location.search).toBe("?q=VIP-1");
  });
});

describe("copying", () => {
  it("copies a code and says so", async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const page = await show({ page: onePage(sampleCode) });
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(copied).toEqual(["SUMMER26_FREESHIP_7KQ2MPXD"]);
    expect(page.text()).toContain("Copied");
    expect(page.text()).not.toContain("1 selected");
  });

  it("says what to do where a frame may not use the clipboard", async () => {
    const denied = async () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    Object.assign(navigator, { clipboard: { writeText: denied } });
    const page = await show({ page: onePage(sampleCode) });
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(page.text()).toContain("Select it to copy");
  });
});

describe("filters", () => {
  it("are chips that can be taken away, and leave the others in the address", async () => {
    const page = await show(
      { query: { ...all, campaignId: "c1", state: "failed" } },
      { at: "/app/codes?campaign=c1&state=failed&cursor=x" },
    );
    expect(page.text()).toContain("Campaign SUMMER26_FREESHIP");
    await page.click(page.find("button[aria-label='Clear']"));
    expect(page.router.state.location.search).toBe("?campaign=c1");
  });

  it("by a part of the name: first the part, then its value", async () => {
    const page = await show({});
    await page.click(page.button("Part of the name"));
    const select = (label: string) =>
      [...document.querySelectorAll("select")].find((one) => one.labels[0]?.textContent === label);
    await page.choose(select("Part of the name"), "season");
    await page.choose(select("Value"), "SUMMER");
    expect(page.router.state.location.search).toBe("?part=season%3ASUMMER");
  });

  it("name the part as people do", async () => {
    const dimension = { field: "season", value: "SUMMER" };
    const page = await show({ query: { ...all, dimension } });
    expect(page.text()).toContain("Season: Summer");
  });

  it("the search follows the address when a view is opened", async () => {
    const views = [{ id: "v1", name: "Refused", query: "state=failed" }];
    const page = await show({ query: { ...all, text: "VIP" }, views }, { at: "/app/codes?q=VIP" });
    await page.click(tab("Refused"));
    await page.settle(400);
    expect(page.router.state.location.search).toBe("?state=failed");
  });
});

describe("saved views", () => {
  const views = [
    { id: "v1", name: "Refused in summer", query: "part=season%3ASUMMER&state=failed" },
  ];

  it("are selected by the filters they stand for, in whatever order", async () => {
    const at = "/app/codes?state=failed&part=season%3ASUMMER&cursor=abc&host=x";
    await show({ views }, { at });
    expect(tab("Refused in summer").getAttribute("aria-selected")).toBe("true");
  });

  it("saves the present filters under a name", async () => {
    const { route, posted } = posting("/app/codes/save-view", { ok: true, id: "v2" });
    const page = await show(
      { query: { ...all, state: "live" } },
      { at: "/app/codes?state=live&cursor=abc", others: [route] },
    );
    await page.click(page.button("Save these filters as a view"));
    await page.settle(300);
    await page.type(page.find<HTMLInputElement>("[role=dialog] input"), "In Shopify");
    await page.click(page.button("Create view"));
    await page.settle(20);
    expect(posted).toEqual([{ name: "In Shopify", query: "state=live" }]);
    expect(page.asked.toasts).toEqual(["View saved"]);
    await page.settle(300);
  });

  it("deletes a view only once it is confirmed", async () => {
    const { route, posted } = posting("/app/codes/delete-view", { ok: true, id: "v1" });
    const at = "/app/codes?part=season%3ASUMMER&state=failed";
    const page = await show({ views }, { at, others: [route] });
    await page.click(tab("Refused in summer"));
    await page.click(page.button("Delete view"));
    await page.settle(300);
    expect(posted).toEqual([]);
    await page.click(
      [...document.querySelectorAll<HTMLElement>("[role=dialog] button")].find(
        ({ textContent }) => textContent === "Delete view",
      )!,
    );
    await page.settle(20);
    expect(posted).toEqual([{ id: "v1" }]);
    expect(page.router.state.location.search).toBe("");
    await page.settle(300);
  });
});

describe("the codes of one person", () => {
  const held = { ...sampleCode, id: "k7", code: "VIP-ANA", isHeld: true };
  const person = "ana@example.com";

  async function find(answer: unknown, at = "/app/codes?state=live") {
    const { route, posted } = posting("/app/codes/holder", answer);
    const page = await show({ query: { ...all, state: "live" } }, { at, others: [route] });
    await page.click(page.button("Given to"));
    const field = [...document.querySelectorAll("input")].find(
      ({ labels }) => labels?.[0]?.textContent === "E-mail address or customer number",
    );
    await page.type(field!, ` ${person} `);
    await page.click(page.button("Find codes"));
    await page.settle(20);
    return { page, posted };
  }

  it("are found by a post; the person stands in no address", async () => {
    const { page, posted } = await find({ ok: true, page: onePage(held) });
    expect(posted).toEqual([{ holder: person, query: "state=live", cursor: "" }]);
    expect(page.text()).toContain("VIP-ANA");
    expect(page.text()).not.toContain("SUMMER26_FREESHIP_9999");
    expect(page.text()).toContain(`Given to ${person}`);
    expect(JSON.stringify(page.router.state.location)).not.toContain("ana");
  });

  it("are paged by a post as well", async () => {
    const answer = { ok: true, page: { ...onePage(held), total: 26, next: "after" } };
    const { page, posted } = await find(answer);
    await page.click(page.button("Next"));
    await page.settle(20);
    expect(posted.at(-1)).toEqual({ holder: person, query: "state=live", cursor: "after" });
    expect(page.router.state.location.search).toBe("?state=live");
  });

  it("are asked for again when another filter changes, from the first page", async () => {
    const { page, posted } = await find({ ok: true, page: onePage(held) });
    await page.click(page.find("button[aria-label='Clear']"));
    await page.settle(20);
    expect(posted.at(-1)).toEqual({ holder: person, query: "", cursor: "" });
  });

  it("are left when the chip is taken away", async () => {
    const { page } = await find({ ok: true, page: onePage(held) });
    const clear = [...document.querySelectorAll<HTMLElement>("button[aria-label='Clear']")];
    await page.click(clear.at(-1)!);
    expect(page.text()).toContain("SUMMER26_FREESHIP_9999");
    expect(page.text()).not.toContain(person);
  });

  it("a refusal stays on the page", async () => {
    const message = "That is neither an e-mail address nor a customer number.";
    const { page } = await find({ refusal: { kind: "invalid", message }, problems: [] });
    expect(page.text()).toContain(message);
  });
});

describe("chosen codes", () => {
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>("td input[type=checkbox]")];

  it("are copied one a line", async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const page = await show({});
    for (const box of boxes()) await page.click(box);
    await page.click(page.button("Copy codes"));
    expect(copied).toEqual(["SUMMER26_FREESHIP_7KQ2MPXD\nSUMMER26_FREESHIP_9999"]);
    expect(page.asked.toasts).toEqual(["2 codes copied, one a line"]);
  });

  it("only refused ones are tried again", async () => {
    const { route, posted } = posting("/app/codes/retry", { ok: true, count: 1 });
    const page = await show({}, { others: [route] });
    for (const box of boxes()) await page.click(box);
    await page.click(page.button("Try 1 again"));
    await page.settle(20);
    expect(posted).toEqual([{ ids: "k2" }]);
    expect(page.asked.toasts).toEqual(["Being sent to Shopify again"]);
  });

  it.each([
    ["nothing was refused", {}, 0],
    ["a viewer may not", viewerFrame, 1],
  ])("are not offered to be tried again where %s", async (_, frame, chosen) => {
    const page = await show({}, { frame });
    await page.click(boxes()[chosen]!);
    expect(() => page.button("Try again")).toThrow(/No button/);
    expect(page.button("Copy codes")).toBeTruthy();
  });
});
