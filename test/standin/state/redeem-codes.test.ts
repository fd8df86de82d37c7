import { expect, test } from "vitest";
import { foldCode } from "../gid.ts";
import { CodeIndex } from "./code-index.ts";
import { RedeemCodes } from "./redeem-codes.ts";

const AT = new Date(0);

function filled(count: number) {
  const index = new CodeIndex();
  const codes = new RedeemCodes(index, 7);
  for (let id = 1; id <= count; id += 1) {
    codes.add({ id, code: `VIP-${id}`, createdAt: AT, usageCount: id % 3 });
  }
  return { index, codes };
}

const idsOf = (codes: Iterable<{ readonly id: number }>) => [...codes].map(({ id }) => id);

test("A code is found whatever its case, in its shop and its discount", () => {
  const { index, codes } = filled(3);
  codes.add({ id: 9, code: "Käse-ß", createdAt: AT, usageCount: 0 });
  expect(index.get("vip-2")).toBe(7);
  expect(index.get("VIP-2")).toBe(7);
  expect(codes.get(foldCode("KÄSE-ß"))?.id).toBe(9);
  // ß is not SS: capitals are no way to compare.
  expect(codes.has(foldCode("KÄSE-SS"))).toBe(false);
  expect([...index.keys()]).toEqual(["vip-1", "vip-2", "vip-3", "käse-ß"]);
});

test("Two discounts do not see each other's codes, and the shop sees both", () => {
  const { index, codes } = filled(1);
  const other = new RedeemCodes(index, 8);
  other.add({ id: 50, code: "OTHER", createdAt: AT, usageCount: 4 });
  expect(codes.has("other")).toBe(false);
  expect([...index]).toEqual([
    ["vip-1", 7],
    ["other", 8],
  ]);
  expect(other.remove({ id: 50, code: "other", createdAt: AT, usageCount: 0 })).toBe(true);
  expect(index.has("other")).toBe(false);
  expect([other.size, other.uses]).toEqual([0, 0]);
});

test("Pages go on where they were, whatever was removed before and meanwhile", () => {
  const { codes } = filled(10);
  for (const gone of [1, 4, 5]) codes.remove({ ...at(codes, gone) });
  expect(idsOf(codes.after(3))).toEqual([6, 7, 8, 9, 10]);
  expect(idsOf(codes.before(6))).toEqual([3, 2]);
  expect(codes.byId(4)).toBeUndefined();
  const seen: number[] = [];
  for (const { id } of codes.after(undefined)) {
    seen.push(id);
    if (id === 3) codes.remove({ ...at(codes, 6) });
  }
  expect(seen).toEqual([2, 3, 7, 8, 9, 10]);
});

test("Removing most of many keeps the rest in order, also under a reader", () => {
  const { codes } = filled(5_000);
  const seen: number[] = [];
  for (const { id } of codes) {
    seen.push(id);
    if (id !== 10) continue;
    for (let gone = 11; gone <= 4_990; gone += 1) codes.remove({ ...at(codes, gone) });
  }
  expect(seen).toEqual([...range(1, 10), ...range(4_991, 5_000)]);
  expect(codes.size).toBe(20);
  expect(codes.uses).toBe(seen.reduce((sum, id) => sum + (id % 3), 0));
});

function at(codes: RedeemCodes, id: number) {
  const code = codes.byId(id);
  if (!code) throw new Error(`No code ${id}`);
  return code;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
