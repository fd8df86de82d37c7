// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { mount, type Options } from "#test/components/support/mount.tsx";
import { sampleCode, viewerFrame } from "#test/components/support/sample.ts";
import { CodeTable } from "#app/components/code/code-table.tsx";
import type { CodeSummary } from "#app/domain/code/summary.ts";

const live: CodeSummary = { ...sampleCode, id: "1", code: "VIP-1", uses: 0 };
const paused: CodeSummary = { ...sampleCode, id: "2", code: "VIP-2", state: "paused", uses: 2 };
const retired: CodeSummary = { ...sampleCode, id: "3", code: "VIP-3", state: "retired" };

const pending: CodeSummary = { ...sampleCode, id: "4", code: "VIP-4", state: "pending" };

const show = async (options: Options & { left?: string } = {}) => {
  const posted: string[] = [];
  const others = ["pause", "resume", "retire"].map((verb) => ({
    path: `/app/codes/${verb}`,
    action: async ({ request }: { request: Request }) => {
      const { ids } = Object.fromEntries(await request.formData());
      const list = (ids as string).split(",");
      posted.push(`${verb} ${list.join(" ")}`);
      return { ok: true, count: list.length, left: options.left ?? null };
    },
  }));
  const rows = [live, paused, retired, pending];
  const page = await mount(
    <CodeTable
      page={{ rows, total: 4, next: null, previous: null }}
      isLoading={false}
      onPage={() => undefined}
      onExport={() => undefined}
    />,
    { ...options, others },
  );
  const menu = async (code: string) => {
    await page.click(page.button(`Actions for ${code}`));
    const items = [...document.querySelectorAll<HTMLElement>(".Polaris-ActionList__Item")];
    return items.map(({ textContent }) => textContent);
  };
  return { page, posted, menu };
};

describe("the menu of one code", () => {
  test("offers what its state allows, and of any code to ask why not", async () => {
    const { page, menu } = await show();
    expect(await menu("VIP-1")).toEqual([
      ...["Pause code", "Replace code", "Retire code", "Why not?"],
    ]);
    const [ask] = document.querySelectorAll<HTMLAnchorElement>("a.Polaris-ActionList__Item");
    expect(ask?.getAttribute("href")).toBe("/app/why-not?code=VIP-1");
    await page.click(page.button("Actions for VIP-1"));
    expect(await menu("VIP-3")).toEqual(["Why not?"]);
  });

  test("says of one that is on its way to Shopify when something can be done with it", async () => {
    const { page, menu } = await show();
    expect(await menu("VIP-4")).toEqual(["Why not?"]);
    expect(page.text()).toContain("Pause, replace or retire it when it is there.");
  });

  test("pauses at once and says so", async () => {
    const { page, posted, menu } = await show();
    await menu("VIP-1");
    await page.click(page.button("Pause code"));
    await page.settle(20);
    expect(posted).toEqual(["pause 1"]);
    expect(page.asked.toasts).toEqual(["1 code is being paused"]);
  });

  test("asks before it retires, saying exactly what happens", async () => {
    const { page, posted, menu } = await show();
    await menu("VIP-2");
    await page.click(page.button("Retire code"));
    expect(page.text()).toContain("Removes VIP-2 from the discount in Shopify for good.");
    expect(page.text()).toContain("1 was used and stays in the reports.");
    expect(posted).toEqual([]);
    const confirm = [...document.querySelectorAll<HTMLElement>("button")].findLast(
      ({ textContent }) => textContent === "Retire code",
    );
    await page.click(confirm!);
    await page.settle(20);
    expect(posted).toEqual(["retire 2"]);
  });

  test("asks for the new code before it replaces", async () => {
    const { page, menu } = await show();
    await menu("VIP-1");
    await page.click(page.button("Replace code"));
    expect(page.text()).toContain("Replace code VIP-1");
    expect(page.text()).toContain("Leave empty to have a code made like the others.");
    expect(page.button("See what it does")).toBeTruthy();
  });

  test("is disabled, with the reason, for those who may not", async () => {
    const { menu } = await show({ frame: viewerFrame });
    const [first] = await menu("VIP-1");
    expect(first).toMatch(/^Pause code.*You need the editor or admin role/);
    const [button] = document.querySelectorAll<HTMLButtonElement>(".Polaris-ActionList__Item");
    expect(button?.disabled).toBe(true);
  });
});

describe("several chosen codes", () => {
  test("are paused together; those left as they are are named", async () => {
    const { page, posted } = await show({ left: "VIP-2 is paused already." });
    for (const box of document.querySelectorAll<HTMLInputElement>('td input[type="checkbox"]'))
      await page.click(box);
    const more = [...document.querySelectorAll<HTMLElement>('[aria-label="More actions"]')];
    for (const button of more) await page.click(button);
    await page.click(page.button("Pause 1 code"));
    await page.settle(20);
    expect(posted).toEqual(["pause 1"]);
    expect(page.text()).toContain("VIP-2 is paused already.");
  });
});
