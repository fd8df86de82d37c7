import { beforeEach, expect, test } from "vitest";

import { usualForm } from "#app/domain/case/decision.ts";
import type { CaseDetail, Share } from "#app/domain/case/summary.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { getCase } from "#app/services/case/get-case.server.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { rescoreOrders } from "#app/services/identity/rescore-orders.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { openShop, someOrders, tell } from "../identity/fixtures.ts";

const deps = await testDeps();
let shops = 0;
let at: TestShop;

/** Of one hand: to one house whose address is typed anew each time, under three accounts, June 2026. */
const yusuf = (day: number, first: string, mailbox: string, address1: string) => {
  const home = {
    ...{ first_name: first, last_name: "Kowalczyk", address1, city: "Salzburg" },
    ...{ zip: "5020", country_code: "AT" },
  };
  const moment = `2026-06-0${day}T10:00:00Z`;
  return {
    ...{ id: 9_000_000 + day, name: `#${day}`, email: mailbox, currency: "EUR" },
    ...{ created_at: moment, updated_at: moment, customer: { id: 7_000_000 + day } },
    ...{ total_price: "30.00", financial_status: "paid", browser_ip: `203.0.113.${day}` },
    ...{ shipping_address: home, billing_address: home },
    client_details: { user_agent: "Mozilla/5.0 (X11; OpenBSD) Gecko/20100101 Firefox/141.0" },
    line_items: [{ product_id: 5_001, quantity: 1, price: "30.00" }],
    discount_codes: [{ code: "SUMMER26_10OFF", amount: "5.00" }],
  };
};

beforeEach(async () => {
  ({ at } = await openShop(deps, `one-story-${(shops += 1)}`));
  await tell(deps, at, [
    ...someOrders(11, 60),
    yusuf(1, "Yusuf", "y.kowal@example.com", "Mozartstr. 3"),
    yusuf(3, "Yusuf", "yuk82@example.com", "Mozartstraße 3, 2. Stock"),
    yusuf(4, "Y.", "kow.yu@example.com", "Mozartstraße 3"),
  ]);
  await scoreOrders(deps, { shopId: at.shop.id });
});

async function caseId(): Promise<string> {
  const flag = await deps.database.prisma.flag.findFirstOrThrow({
    where: { shopId: at.shop.id, orderId: 9_000_004n },
  });
  return flag.caseId ?? "";
}
const detailOf = async (id: string) => valueOf(await getCase(deps, at.as("reviewer"), id)).detail;
const theirCase = async () => detailOf(await caseId());

const byWhat = (shares: readonly Share[]) =>
  shares.map(({ what, likeness }) => `${what} ${likeness ?? "told"}`).sort();

/** Each pair of accounts that a flagged order links: what is said of the orders, and of the accounts. */
function stories({ flags, orders, links }: CaseDetail) {
  const accounts = new Map(orders.map(({ id, person }) => [id, person]));
  return flags.flatMap(({ order, signals }) =>
    signals
      .filter(({ kind }) => kind === "over_limit")
      .flatMap((signal) =>
        signal.orders.flatMap(({ id, shares }) => {
          const [from, to] = [accounts.get(order.id), accounts.get(id ?? "")].sort();
          const link = links.find((each) => each.from === from && each.to === to);
          if (!link) return [];
          return { pair: `${from}${to}`, orders: byWhat(shares), people: byWhat(link.shares) };
        }),
      ),
  );
}

test("what is said of two orders is said of their accounts, and which house they have", async () => {
  const told = stories(await theirCase());
  expect(told.map(({ pair }) => pair).sort()).toEqual(["AB", "AC"]);
  for (const { orders, people } of told) expect(people).toEqual(orders);
  for (const { orders } of told)
    expect(orders).toEqual(expect.arrayContaining(["house told", "address alike", "surname same"]));
});

test("orders that are scored anew tell the same", async () => {
  const before = await theirCase();
  await rescoreOrders(deps, at.shop.id);
  const after = await theirCase();
  expect(after.links).toEqual(before.links);
  expect(after.flags.map(({ signals }) => signals)).toEqual(
    before.flags.map(({ signals }) => signals),
  );
});

/** What of a case is about people. */
const peopleOf = ({ summary, people, links, orders, history, timeline }: CaseDetail) => ({
  ...{ sentence: summary.sentence, people, orders, history },
  links: links.map(({ from, to }) => `${from}${to}`),
  timeline: timeline.filter(({ kind }) => kind !== "done"),
});

test("a case shows whom it was decided on, put apart or not, and says no number of the database", async () => {
  const reviewer = at.as("reviewer");
  const id = await caseId();
  const before = await detailOf(id);
  expect(before.people.map(({ label }) => label)).toEqual(["A", "B", "C"]);
  valueOf(await decideCase(deps, reviewer, id, usualForm("same_household")));
  await scoreOrders(deps, { shopId: at.shop.id });
  const decided = await detailOf(id);
  expect(peopleOf(decided)).toEqual(peopleOf(before));
  expect(decided.links.map((link) => link.decided)).toEqual(["apart", "apart"]);
  expect(decided.effects.map(({ text }) => text).sort()).toEqual(APART);
  valueOf(await undoDecision(deps, reviewer, id));
  await scoreOrders(deps, { shopId: at.shop.id });
  const again = await detailOf(id);
  expect(peopleOf(again)).toEqual(peopleOf(before));
  expect(again.links).toEqual(before.links);
});

const APART = ["Put account A and account B apart", "Put account A and account C apart"];
