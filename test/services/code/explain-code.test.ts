import { beforeAll, expect, test } from "vitest";

import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { uniqueCode } from "#app/domain/code/unique-code.ts";
import { codeSpaceOf } from "#app/services/code/code-space.server.ts";
import { explainCode } from "#app/services/code/explain-code.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf } from "#test/support/test-shop.ts";
import { addUniqueCampaign, codesOf } from "./unique-campaign.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const at = await addShop(deps, "explain.myshopify.com");
let plain: string;
let checked: string;

beforeAll(async () => {
  plain = await addUniqueCampaign(deps, at, "PLAIN", { count: 5 });
  checked = await addUniqueCampaign(deps, at, "CHECKED", { count: 5, unique: "8,check" });
  for (const name of ["SUMMER26_10OFF", "WINTER26_10OFF"]) await addCampaign(deps, at, { name });
});

const explain = async (text: string) => valueOf(await explainCode(deps, at.as("viewer"), text));

async function codeAt(id: string, index: number): Promise<string> {
  const key = { shopId_id: { shopId: at.shop.id, id } };
  const campaign = await prisma.campaign.findUniqueOrThrow({ where: key });
  return uniqueCode({ ...codeSpaceOf(at.shop, campaign), index });
}

test("a code of the shop's is said to be one, whatever its case and the spaces around it", async () => {
  const [code = ""] = await codesOf(deps, at.shop.id, plain);
  const answer = { found: true, message: `${code} is a code of yours.`, suggestions: [] };
  expect(await explain(code)).toEqual(answer);
  expect(await explain(`  ${code.toLowerCase()} `)).toEqual(answer);
});

test("a mistyped code is told from one that was never made", async () => {
  const [code = ""] = await codesOf(deps, at.shop.id, checked);
  const last = code.at(-1)!;
  const other = [...SAFE_ALPHABET].find((letter) => letter !== last)!;
  const typed = code.slice(0, -1) + other;
  expect((await explain(typed)).message).toBe(
    `${typed} is mistyped: it begins like a code of CHECKED, but its check character does not fit the others.`,
  );
  const unmade = await codeAt(checked, 7);
  expect(await explain(unmade)).toEqual({
    found: false,
    message: `${unmade} looks like a code of CHECKED, but was never made.`,
    suggestions: [],
  });
  const strange = `${code.slice(0, -1)}A`;
  expect((await explain(strange)).message).toBe(
    `${strange} begins like a code of CHECKED, but has a character those never have.`,
  );
});

test("a code that was dropped before Shopify had it is not called unmade", async () => {
  const code = await codeAt(plain, 4);
  await prisma.code.deleteMany({ where: { shopId: at.shop.id, codeKey: code } });
  expect((await explain(code)).message).toBe(
    `${code} was made for PLAIN and dropped before it reached Shopify.`,
  );
});

test.each([
  ["SUMMER26_1OOFF", ["SUMMER26_10OFF"]],
  ["SUMMER2610OFF", ["SUMMER26_10OFF"]],
  ["SUNMER26_10OFF", ["SUMMER26_10OFF"]],
  ["WVINTER26_10OFF", ["WINTER26_10OFF"]],
  ["VVINTER26_10OFF", ["WINTER26_10OFF"]],
  ["WITNER26_10OFF", ["WINTER26_10OFF"]],
  ["NOTHING", []],
])("%s may have been meant as %j", async (text, suggestions) => {
  const answer = await explain(text);
  expect(answer).toMatchObject({ found: false, suggestions });
  expect(answer.message).toContain(
    suggestions.length > 0 ? `may have meant ${suggestions.join(" or ")}` : "none looks like it",
  );
});

test.each(["", " ", "A B", "ÄPFEL", "X".repeat(10_000), "a\0b", "\u202eABC"])(
  "%j cannot be a code, and is told why",
  async (text) => {
    const answer = await explain(text);
    expect(answer).toMatchObject({ found: false, suggestions: [] });
    expect(answer.message).toMatch(/cannot be|at most 255/);
  },
);

test("another shop's codes are nobody's here", async () => {
  const other = await addShop(deps, "other-explain.myshopify.com");
  const [code = ""] = await codesOf(deps, at.shop.id, plain);
  expect(valueOf(await explainCode(deps, other.as("viewer"), code))).toEqual({
    found: false,
    message: `${code} is no code of yours, and none looks like it.`,
    suggestions: [],
  });
});
