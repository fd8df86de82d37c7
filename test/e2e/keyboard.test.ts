import { describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { ShopperClient } from "#test/demo/shopper-client.ts";
import { foldCode } from "#test/standin/gid.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const HANDLE = "second-shop";
const stage = await openStage(HANDLE);
const { product } = stage;
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);
const shoppers = new ShopperClient(product.standin.url, HANDLE);
const NEW = "routes/app.campaigns.new";
const LIST = "routes/app.review._index";
const CODE = "SUMMER26_10OFF";
/** Strangers to each other, so that each is a case of their own. */
const PEOPLE = [
  ["Abigail", "Quint", "12 Harbour Road", "Portland", "97201"],
  ["Boris", "Zhukov", "Lindenallee 88", "Leipzig", "04109"],
  ["Celeste", "Moreau", "7 rue du Faubourg", "Lyon", "69002"],
  ["Dmitri", "Pavlik", "Vinohradska 230", "Prague", "13000"],
  ["Esperanza", "Ruiz", "Calle Mayor 41", "Seville", "41004"],
  ["Fjodor", "Lund", "Storgata 5", "Bergen", "50030"],
  ["Giulia", "Conti", "Via Garibaldi 63", "Turin", "10122"],
  ["Hamid", "Karimi", "934 Sunset Boulevard", "Denver", "80202"],
  ["Ingrid", "Solberg", "Kungsgatan 19", "Uppsala", "75332"],
  ["Jamal", "Okoye", "3 Marina Parade", "Brighton", "21840"],
] as const;
/** Keys in the list, and the row each leads to. */
const MOVES = [
  ["j", 1],
  ["ArrowDown", 2],
  ["k", 1],
  ["ArrowUp", 0],
  ["K", 0],
  ["j", 1],
] as const;

type Listed = { number: number; decision: string | null };

async function listed(tab: string): Promise<Listed[]> {
  const { page } = await admin.read<{ page: { rows: Listed[] } }>(
    `/app/review?index&tab=${tab}`,
    LIST,
  );
  return page.rows;
}

/** Everybody pays twice, with two checkouts open at once: the guard lets both through, and each is a case. */
async function makeCases(): Promise<void> {
  const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
  await admin.post("/app/campaigns/new", NEW, { ...page.initial, name: CODE, perCustomer: "1" });
  await expect.poll(() => product.shop(HANDLE).codeIndex.has(foldCode(CODE))).toBe(true);
  await stage.quiet();
  const [first] = await shoppers.products();
  const variant = first?.variants[0]?.id ?? "";
  const open: string[] = [];
  for (const [firstName, lastName, address1, city, zip] of [...PEOPLE, ...PEOPLE]) {
    const email = `${firstName}.${lastName}@example.com`;
    const address = { firstName, lastName, address1, city, zip };
    const { token } = await shoppers.checkout({ email }, variant, 1, address);
    expect(await shoppers.enter(token, CODE)).toMatchObject({ status: "accepted" });
    open.push(token);
  }
  await stage.atOnce(async () => {
    for (const token of open) await shoppers.pay(token);
  });
  await stage.quiet();
  await stage.scored();
}

/**
 * What has the focus: the number of the case a row leads to, else its words. "" is the page as such, where keys start
 * from nowhere.
 */
function focusIn(window: AppWindow): Promise<string> {
  return window.document.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    return element.closest("[data-case]")?.getAttribute("data-case") ?? element.textContent ?? "";
  });
}

/** Keys of the keyboard, and where they lead. */
function keysOf(window: AppWindow) {
  const focused = (what: string | RegExp) =>
    expect.poll(() => focusIn(window), { timeout: 60_000 }).toMatch(what);
  const said = (text: string) => window.app.getByRole("status").getByText(text).first().waitFor();
  return {
    focused,
    said,
    press: (key: string) => window.page.keyboard.press(key),
    atRow: (number: number) => focused(new RegExp(`^${number}$`)),
    async atCase(number: number) {
      const name = `Case ${number}`;
      await window.app.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
      await focused(/limit is once in total/);
      // Wherever the case before was left.
      await expect.poll(() => window.document.evaluate(() => scrollY)).toBe(0);
    },
    async decide(key: string) {
      await window.page.keyboard.press(key);
      await focused("Save decision");
      await window.page.keyboard.press("Enter");
    },
  };
}

// One story: each test goes on where the one before stopped, in a window of its own.
describe("a reviewer who has only a keyboard", () => {
  /** The numbers of the cases as the queue has them. */
  let queue: number[] = [];
  const nth = (place: number) => queue[place] ?? 0;

  it("finds the first case under the focus, moves among them, and is back there after the help", async () => {
    await makeCases();
    await expect.poll(async () => (await listed("open")).length).toBe(PEOPLE.length);
    queue = (await listed("open")).map(({ number }) => number);
    const window = await stage.staff("/app/review");
    const { press, atRow, atCase } = keysOf(window);
    await atRow(nth(0));
    for (const [key, place] of MOVES) {
      await press(key);
      await atRow(nth(place));
    }
    const help = window.app.getByRole("dialog");
    await press("?");
    await help.getByText("Take the next case nobody has").first().waitFor();
    await press("j");
    await press("Escape");
    await help.waitFor({ state: "hidden" });
    await atRow(nth(1));
    await press("Enter");
    await atCase(nth(1));
    const besideTheLast = await window.document.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelector(".bf-sticky")?.getBoundingClientRect().top;
    });
    expect(besideTheLast).toBeGreaterThanOrEqual(0);
    await press("l");
    await atRow(nth(1));
    expect(await violationsOn(window.document)).toEqual([]);
  });

  it("decides with a reason, takes it back, and decides anew", async () => {
    const window = await stage.staff("/app/review");
    const { press, focused, said, atRow, atCase, decide } = keysOf(window);
    await atRow(nth(0));
    await press("Enter");
    await atCase(nth(0));
    await press("3");
    await focused("Save decision");
    await press("r");
    await focused(/^One person with several accounts/);
    await window.page.keyboard.type("A reseller");
    await window.document.evaluate(() => scrollTo(0, 500));
    await press("Control+Enter");
    await atCase(nth(1));
    await said(`Case ${nth(0)}: Abuse`);
    expect(await listed("decided")).toMatchObject([{ number: nth(0), decision: "abuse" }]);
    await press("u");
    await window.toast.getByText("Decision taken back").first().waitFor();
    await atCase(nth(0));
    await window.app.getByRole("button", { name: "Save decision" }).waitFor();
    expect(await listed("decided")).toEqual([]);
    await decide("1");
    await atCase(nth(1));
    await said(`Case ${nth(0)}: Fine`);
  });

  it("decides once however long a key is held, and on nothing unseen", async () => {
    const window = await stage.staff("/app/review");
    const { press, focused, said, atRow, atCase } = keysOf(window);
    await atRow(nth(1));
    await press("Enter");
    await atCase(nth(1));
    await press("2");
    await focused("Save decision");
    const { keyboard } = window.page;
    for (let held = 0; held < 6; held += 1) await keyboard.down("Enter");
    await atCase(nth(2));
    for (let held = 0; held < 6; held += 1) await keyboard.down("Enter");
    await keyboard.up("Enter");
    await said(`Case ${nth(1)}: Same household`);
    await atCase(nth(2));
    const decided = (await listed("decided")).map(({ number }) => number);
    expect(new Set(decided)).toEqual(new Set(queue.slice(0, 2)));
  });

  it("is led to what is to be mended when a decision is refused", async () => {
    const window = await stage.staff("/app/review");
    const { press, focused, atRow, atCase } = keysOf(window);
    await atRow(nth(2));
    await press("Enter");
    await atCase(nth(2));
    await press("1");
    await focused("Save decision");
    await press("r");
    await focused(/^Two checkouts/);
    await window.page.keyboard.type("Another");
    const comment = window.app.getByRole("textbox", { name: "Comment" });
    await stage.troubles.expecting(/422/, async () => {
      await press("Control+Enter");
      await comment.and(window.app.locator("[aria-invalid=true]")).waitFor();
    });
    await expect.poll(() => comment.evaluate((it) => it === document.activeElement)).toBe(true);
    await window.page.keyboard.type("A gift from us");
    await press("Control+Enter");
    await atCase(nth(3));
  });

  it("goes from one case nobody has to the next, until none is left", async () => {
    const window = await stage.staff("/app/review");
    const { press, focused, said, atRow, atCase, decide } = keysOf(window);
    await atRow(nth(3));
    await press("n");
    for (const [index, number] of queue.slice(3).entries()) {
      await atCase(number);
      await decide("3");
      await said(`Case ${number}: Abuse`);
      await focused("Take next unassigned");
      await press(index % 2 === 0 ? "Enter" : "n");
    }
    await window.toast.getByText("No open case is left").first().waitFor();
    await focused("Nothing to review");
    expect(await violationsOn(window.document)).toEqual([]);
    const decided = await listed("decided");
    const [first, second, third, ...others] = queue;
    expect(new Map(decided.map(({ number, decision }) => [number, decision]))).toEqual(
      new Map([
        [first, "fine"],
        [second, "same_household"],
        [third, "fine"],
        ...others.map((number) => [number, "abuse"] as const),
      ]),
    );
  });
});
