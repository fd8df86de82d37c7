import { beforeEach, expect, test } from "vitest";

import { idsIn } from "#app/domain/discount/named.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { showChosen } from "#app/services/chosen/name-chosen.server.ts";
import { addException } from "#app/services/exception/add-exception.server.ts";
import { listExceptions } from "#app/services/exception/list-exceptions.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const run = (_operation: unknown, { ids = [] }: { ids?: string[] }) =>
  Promise.resolve({
    nodes: ids.map((id) => ({ id, displayName: "Ada Byron", title: "Socks" })),
    customer: { id: "gid://shopify/Customer/7", defaultEmailAddress: null },
  } as never);
const deps = await testDeps({ adminApi: () => ({ run }) as AdminApi });
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
});

const NOTHING = { product: [], variant: [], collection: [], customer: [] };
const accesses = async () => {
  const where = { shopId: at.shop.id };
  const rows = await deps.database.prisma.personalAccess.findMany({ where });
  return rows.map(({ what, people, actorName }) => [what, people, actorName]);
};

test("a page that names customers is written down once, with all whom it names", async () => {
  const viewer = at.as("viewer");
  const ids = { ...NOTHING, product: ["1"], customer: ["4", "9"] };
  valueOf(await showChosen(deps, viewer, ids, ["9", "5"]));
  expect(await accesses()).toEqual([["customers.named", 3, "Ada the viewer"]]);
});

test("one that names only goods is not, nor a check of what is typed", async () => {
  valueOf(await showChosen(deps, at.as("viewer"), { ...NOTHING, product: ["1"] }));
  const form = formFor(at, { audience: "customers", customerIds: "7,8" });
  valueOf(await createCampaign(deps, at.as("editor"), form));
  expect(refusalOf(await createCampaign(deps, at.as("viewer"), form))).toBe("forbidden");
  expect(await accesses()).toEqual([]);
});

test("the list of exceptions names customers, and the log does not say what was written of them", async () => {
  const reviewer = at.as("reviewer");
  const form = {
    ...{ kind: "disqualified", customerId: "7", email: "" },
    ...{ scope: "everything", until: "", reason: "Ada Byron resells" },
  };
  valueOf(await addException(deps, reviewer, form));
  const { page } = valueOf(await listExceptions(deps, reviewer, null));
  expect(page.rows).toMatchObject([{ who: expect.any(String) as string, reason: form.reason }]);
  expect(await accesses()).toEqual([["customers.named", 1, "Ada the reviewer"]]);
  const log = await deps.database.prisma.auditEvent.findMany({ where: { shopId: at.shop.id } });
  expect(log.map(({ action }) => action)).toContain("customer.disqualified");
  expect(JSON.stringify(log.map(({ after }) => after))).not.toContain("resells");
});

test("of names by kind, those of a kind are found", () => {
  const names = { "customer 7": "Ada", "product 8": "Socks", "customer 9": "Bob" };
  expect(idsIn(names, "customer")).toEqual(["7", "9"]);
});
