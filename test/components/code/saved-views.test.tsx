// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { all, posting, show, tab } from "./codes-stage.tsx";

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
