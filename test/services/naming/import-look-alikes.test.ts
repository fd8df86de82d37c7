import { expect, test } from "vitest";

import { getImport } from "#app/services/import/get-import.server.ts";
import { stageImport } from "#app/services/import/stage-import.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();

/** Codes of a list, none like another: numbers are told apart. */
const many = (count: number) => Array.from({ length: count }, (_, i) => `LIST-${1_000_000 + i}`);

test.each([10, 300, 25_000])(
  "in a file of %i codes those one letter from a campaign’s name are found, whatever its codes are",
  async (count) => {
    const at = await addShop(deps, `import-looks-${count}.myshopify.com`);
    await addCampaign(deps, at, { name: "SUMMER26_10OFF" });
    const unique = { codeKind: "unique", codeCount: "3" };
    await addCampaign(deps, at, { name: "WINTER26_FREESHIP", ...unique });
    const close = [
      "SUMNER26_10OFF",
      "WINTER26_FRESHIPS",
      "WlNTER26-FREESHIP",
      "WINTER26_FREESHIPS",
    ];
    const text = [...many(count), ...close].join("\n");
    const file = { fileName: "list.csv", body: new Blob([text]).stream() };
    const { id } = valueOf(await stageImport(deps, at.as("editor"), file));
    const { lookAlikes, good } = valueOf(await getImport(deps, at.as("editor"), id));
    expect(good).toBe(count + close.length);
    const found = lookAlikes.map(({ code, other }) => `${code} ${other}`);
    expect(found).toContain("SUMNER26_10OFF SUMMER26_10OFF");
    expect(found).toContain("WINTER26_FREESHIPS WINTER26_FREESHIP");
    expect(found).toContain("WLNTER26-FREESHIP WINTER26_FREESHIP");
    expect(found.filter((pair) => pair.includes("LIST-"))).toEqual([]);
  },
);
