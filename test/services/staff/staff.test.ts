import { beforeEach, expect, test } from "vitest";

import { greetStaff } from "#app/services/staff/greet-staff.server.ts";
import { listStaff } from "#app/services/staff/list-staff.server.ts";
import { setRole } from "#app/services/staff/set-role.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

const OWNER = { id: 1n, name: "Olga Owner", email: "olga@example.com", accountOwner: true };
const NEW = { id: 2n, name: "Nils New", email: "nils@example.com", accountOwner: false };

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  await greetStaff(deps, at.shop.id, OWNER);
  await greetStaff(deps, at.shop.id, NEW);
});

const admin = () => ({ ...at.as("admin"), id: "1" });
const roleOf = async (id: bigint) =>
  (await prisma.staffMember.findFirst({ where: { shopId: at.shop.id, id } }))?.role;
const audit = async () =>
  (await prisma.auditEvent.findMany({ where: { shopId: at.shop.id }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

test("the owner starts as admin, everyone else as viewer, written down once each", async () => {
  expect([await roleOf(1n), await roleOf(2n)]).toEqual(["admin", "viewer"]);
  expect(await greetStaff(deps, at.shop.id, NEW)).toMatchObject({ role: "viewer", id: "2" });
  await Promise.all(
    Array.from({ length: 5 }, () => greetStaff(deps, at.shop.id, { ...NEW, id: 3n })),
  );
  expect(await audit()).toEqual(["staff.joined", "staff.joined", "staff.joined"]);
  expect(
    valueOf(await listStaff(deps, at.as("viewer"))).map(({ name, accountOwner }) => [
      name,
      accountOwner,
    ]),
  ).toEqual([
    ["Olga Owner", true],
    ["Nils New", false],
    ["Nils New", false],
  ]);
});

test("a role given is the role at the next visit, written down as it was and is", async () => {
  valueOf(await setRole(deps, admin(), "2", "editor"));
  expect(await greetStaff(deps, at.shop.id, NEW)).toMatchObject({ role: "editor" });
  const last = await prisma.auditEvent.findFirst({
    where: { shopId: at.shop.id },
    orderBy: { id: "desc" },
  });
  expect(last).toMatchObject({
    action: "staff.role_set",
    before: { role: "viewer" },
    after: { role: "editor" },
    subjectName: "Nils New",
  });
  valueOf(await setRole(deps, admin(), "2", "editor"));
  expect(await audit()).toHaveLength(3);
});

test.each<[string, string, string, string]>([
  ["the owner's role", "1", "viewer", "role"],
  ["a role that is none", "2", "owner", "role"],
  ["someone unknown", "99", "editor", "not_found"],
  ["an id that is none", "2 OR 1=1", "editor", "not_found"],
  ["an id beyond all numbers", "9".repeat(40), "editor", "not_found"],
])("%s cannot be set", async (_, id, role, refusal) => {
  expect(refusalOf(await setRole(deps, { ...admin(), id: "77" }, id, role))).toBe(refusal);
  expect([await roleOf(1n), await roleOf(2n)]).toEqual(["admin", "viewer"]);
  expect(await audit()).toHaveLength(2);
});

test("nobody sets their own, and only admins set any", async () => {
  expect(refusalOf(await setRole(deps, { ...admin(), id: "2" }, "2", "admin"))).toBe("role");
  for (const role of ["viewer", "editor", "reviewer"] as const) {
    expect(refusalOf(await setRole(deps, at.as(role), "2", "admin"))).toBe("forbidden");
  }
  const other = await addShop(deps, `other-${shops}.myshopify.com`);
  expect(refusalOf(await setRole(deps, other.as("admin"), "2", "admin"))).toBe("not_found");
  expect(await roleOf(2n)).toBe("viewer");
});

test("whoever becomes the owner is admin from then on, whatever role they had", async () => {
  expect(await greetStaff(deps, at.shop.id, { ...NEW, accountOwner: true })).toMatchObject({
    role: "admin",
  });
  expect(await roleOf(2n)).toBe("admin");
});
