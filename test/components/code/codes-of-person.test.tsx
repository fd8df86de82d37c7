// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { all, posting, show } from "./codes-stage.tsx";
import { onePage, sampleCode } from "../support/sample.ts";

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
