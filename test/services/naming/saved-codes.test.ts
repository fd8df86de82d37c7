import { expect, test } from "vitest";

import { readSavedCodes } from "#app/services/naming/saved-codes.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop } from "#test/support/test-shop.ts";

const deps = await testDeps();

test("of saved codes an even part is taken, newest first", async () => {
  const at = await addShop(deps, "learn-saved.myshopify.com");
  for (const season of ["SPRING", "SUMMER", "AUTUMN", "WINTER", "XMAS"])
    await addCampaign(deps, at, { name: `${season}26_10OFF` });
  const read = async (most: number) => {
    const { codes, of } = await readSavedCodes(deps, at.shop.id, most);
    return [codes.map((code) => code.slice(0, 6)), of];
  };
  expect(await read(10)).toEqual([["XMAS26", "WINTER", "AUTUMN", "SUMMER", "SPRING"], 5]);
  expect(await read(2)).toEqual([["AUTUMN", "SPRING"], 5]);
  const other = await addShop(deps, "learn-nothing-saved.myshopify.com");
  expect(await readSavedCodes(deps, other.shop.id, 10)).toEqual({ codes: [], of: 0 });
});
