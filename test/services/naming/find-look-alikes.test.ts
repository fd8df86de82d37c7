import { beforeAll, expect, test } from "vitest";

import { lookAlikeWarnings } from "#app/services/naming/find-look-alikes.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const at = await addShop(deps, "looks.myshopify.com");

beforeAll(async () => {
  const words = { name: "Words", pattern: "W-{campaign}" };
  const { id: conventionId } = valueOf(await saveConvention(deps, at.as("editor"), words));
  for (const name of ["W-LAMP", "W-LETTER", "W-BARN", "W-CLUB", "W-MOVE7"])
    await addCampaign(deps, at, { name, conventionId });
  const body = new Response("VIP_GOLD\n").body!;
  const brought = await stageImport(deps, at.as("editor"), { fileName: "vip.csv", body });
  const importId = valueOf(brought).id;
  await addCampaign(deps, at, { name: "W-GUESTS", conventionId, codeKind: "list", importId });
});

test.each([
  ["W-1AMP", "W-LAMP: they differ only in 1 and L at position 3"],
  ["W-BAM", "W-BARN: they differ only in M and RN at position 5"],
  ["VV-LAMP", "W-LAMP: they differ only in VV and W at position 1"],
  ["W-DUB", "W-CLUB: they differ only in D and CL at position 3"],
  ["W_LAMP", "W-LAMP: they are the same but for “-”, “_” or spaces"],
  ["W-LETER", "W-LETTER: they are the same but for a doubled T"],
  ["WW-LETER", "W-LETTER: they are the same but for doubled letters"],
  ["W-LA\u200bMP", "W-LAMP: they are the same but for an invisible character or a mark"],
  ["W-LMAP", "W-LAMP: they are the same but for M and A swapped at position 4"],
  ["W-LAMB", "W-LAMP: they are one letter apart: B and P at position 6"],
  ["W-LAMPS", "W-LAMP: they are one letter apart: an extra S at position 7"],
  ["W-MOVER", "W-MOVE7: they are one character apart: R and 7 at position 7"],
  ["VIP-G0LD", "VIP_GOLD of W-GUESTS: they differ only in 0 and O at position 6"],
])("%j is told what it could be confused with, in a sentence", async (name, rest) => {
  const [warning] = await lookAlikeWarnings(deps, at.shop.id, name, null);
  expect(warning).toBe(`Shoppers could confuse ${name} with ${rest}.`);
});

test.each(["W-LAMP", "W-LAMP2", "W-MOVE8", "W-TREE"])("%j is told nothing", async (name) => {
  expect(await lookAlikeWarnings(deps, at.shop.id, name, null)).toEqual([]);
});
