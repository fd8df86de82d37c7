// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { LearnPage } from "#app/components/naming/learn-page.tsx";
import type { Learned, LearnedConvention } from "#app/domain/naming/summary.ts";

const proposal: LearnedConvention = {
  pattern: "{season}{yy}_{offer}",
  name: "Seasonal offer",
  fields: [],
  explains: 80,
  share: 0.8,
  examples: ["SUMMER26_FREESHIP"],
  dimensions: [{ field: "season", label: "season", values: [{ value: "SUMMER", count: 60 }] }],
  isKnown: false,
  clashes: [],
};

const learned = (change: Partial<LearnedConvention> = {}): Learned => ({
  total: 120,
  distinct: 100,
  proposals: [{ ...proposal, ...change }],
  leftovers: { count: 20, sample: ["THANKYOU", "ODD ONE"] },
  read: {
    store: { read: 90, of: 90 },
    bonafide: { read: 30, of: 30 },
    pasted: { read: 0, of: 0 },
  },
});

type Form = Record<string, FormDataEntryValue>;

async function open(answer: unknown, status = 200) {
  const asked: Form[] = [];
  const adopted: Form[] = [];
  const formOf = async (request: Request) => Object.fromEntries(await request.formData());
  const page = await mount(<LearnPage />, {
    at: "/app/settings/conventions/learn",
    action: (form) => {
      asked.push(form);
      return Response.json(answer, { status });
    },
    others: [
      {
        path: "/app/settings/conventions/adopt",
        action: async ({ request }: { request: Request }) => {
          adopted.push(await formOf(request));
          return { ok: true, id: "n2" };
        },
      },
    ],
  });
  const find = async () => {
    await page.click(page.button("Find conventions"));
    await page.settle(20);
  };
  return { page, asked, adopted, find };
}

describe("learning", () => {
  it("asks where the codes are, and tells what was found and what was not", async () => {
    const { page, asked, find } = await open({ ok: true, ...learned() });
    await page.type(page.find("textarea"), "A\nB");
    await find();
    expect(asked).toEqual([{ store: "on", bonafide: "on", pasted: "A\nB" }]);
    expect(page.text()).toContain("Read 100 different codes (90 from Shopify, 30 from Bonafide");
    expect(page.text()).toContain("1 convention explains 80 of them.");
    expect(page.text()).toContain("Explains 80 of 100 codes (80%), such as SUMMER26_FREESHIP");
    expect(page.text()).toContain("SeasonSUMMER (60)");
    expect(page.text()).toContain("20 codes follow none of these");
    expect(page.text()).toContain("THANKYOU, ODD ONE, …");
    expect(document.activeElement?.textContent).toContain("What they have in common");
  });

  it("tells how many were read of how many there are", async () => {
    const read = {
      store: { read: 2_000, of: null },
      bonafide: { read: 98_000, of: 1_000_000 },
      pasted: { read: 0, of: 0 },
    };
    const { page, find } = await open({ ok: true, ...learned(), read });
    await find();
    expect(page.text()).toContain(
      "(2,000 from Shopify, which has more, 98,000 of 1,000,000 from Bonafide, 0 pasted)",
    );
    expect(page.text()).toContain("There are more codes than the 100,000 that are read at once");
  });

  it("takes a proposal into use under the name it is given", async () => {
    const { page, adopted, find } = await open({ ok: true, ...learned() });
    await find();
    await page.type(page.find<HTMLInputElement>("input[type=text]"), "As we name");
    await page.click(page.button("Use this convention: {season}{yy}_{offer}"));
    await page.settle(20);
    expect(adopted).toEqual([
      { name: "As we name", pattern: "{season}{yy}_{offer}", fields: "[]", replaces: "" },
    ]);
    expect(page.text()).toContain("In use");
    expect(page.asked.toasts).toEqual(["“As we name” is in use"]);
  });

  it("says whose place a proposal takes", async () => {
    const clashes = [
      { id: "n1", name: "Old" },
      { id: "n3", name: "Older" },
    ];
    const { page, adopted, find } = await open({ ok: true, ...learned({ clashes }) });
    await find();
    expect(page.text()).toContain("this takes its place");
    expect(page.text()).toContain("“Older” would clash with it too.");
    await page.click(page.button("Use instead of “Old”: {season}{yy}_{offer}"));
    await page.settle(20);
    expect(adopted[0]).toMatchObject({ replaces: "n1" });
  });

  it("has nothing to use where the shop has it already", async () => {
    const clashes = [{ id: "n1", name: "Seasonal offer" }];
    const { page, find } = await open({ ok: true, ...learned({ isKnown: true, clashes }) });
    await find();
    expect(page.text()).toContain("In use");
    expect(page.text()).not.toContain("takes its place");
  });

  it("that was refused says why, and what was pasted stays", async () => {
    const message = "There are no codes to learn from yet.";
    const answer = { refusal: { kind: "invalid", message }, problems: [] };
    const { page, find } = await open(answer, 422);
    await page.type(page.find("textarea"), "A");
    await find();
    expect(page.text()).toContain(message);
    expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("A");
  });
});

it("a viewer may not start", async () => {
  const page = await mount(<LearnPage />, { frame: viewerFrame });
  expect(page.button("Find conventions").getAttribute("aria-disabled")).toBe("true");
});
