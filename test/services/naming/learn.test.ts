import { beforeAll, describe, expect, test, vi } from "vitest";

import type { Actor } from "#app/domain/access/actor.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { inferConventions as inferHere } from "#app/domain/naming/infer/infer-conventions.ts";
import type { Learned } from "#app/domain/naming/summary.ts";
import { addCodes } from "#app/infra/admin-api/documents/code-submissions.ts";
import { createBasicDiscount } from "#app/infra/admin-api/documents/discount-changes.ts";
import { adoptConvention } from "#app/services/naming/adopt-convention.server.ts";
import { inferApart } from "#app/services/naming/infer-apart.server.ts";
import { inferConventions } from "#app/services/naming/infer-conventions.server.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { readStoreCodes } from "#app/services/naming/read-store-codes.server.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { refusalOf, valueOf } from "#test/support/test-shop.ts";

vi.mock("#app/domain/naming/infer/infer-conventions.ts", { spy: true });

const app = await openStandinApp();
const { deps } = app;
const { prisma } = deps.database;
let actor: Extract<Actor, { kind: "staff" }>;

const SEASONAL = ["SUMMER", "WINTER", "SPRING"].flatMap((season) =>
  [24, 25, 26].flatMap((year) => [`${season}${year}_FREESHIP`, `${season}${year}_15OFF`]),
);
const INFLUENCERS = ["ANNA10", "BEN15", "CLARA10", "DAVID20", "EMMA10", "FINN15", "GRETA10"];

async function addDiscount(code: string, more: string[] = []): Promise<void> {
  const api = deps.adminApi(app.shop("bonafide-demo").domain);
  const input = {
    title: code,
    code,
    startsAt: "2026-01-01T00:00:00Z",
    context: { all: "ALL" as const },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  };
  const { discountCodeBasicCreate } = await api.run(createBasicDiscount, { input });
  expect(discountCodeBasicCreate?.userErrors).toEqual([]);
  const discountId = discountCodeBasicCreate?.codeDiscountNode?.id ?? "";
  if (more.length > 0) {
    await api.run(addCodes, { discountId, codes: more.map((each) => ({ code: each })) });
  }
}

beforeAll(async () => {
  const olive = await StaffClient.of(app, "bonafide-demo");
  await olive.read("app");
  const { id: shopId } = await prisma.shop.findUniqueOrThrow({
    where: { domain: olive.shop.domain },
  });
  actor = { kind: "staff", shopId, id: "501", name: "Olive Owner", role: "admin" };
  for (const code of [...SEASONAL, ...INFLUENCERS]) await addDiscount(code);
});

const learn = (from: Partial<Parameters<typeof inferConventions>[2]>) =>
  inferConventions(deps, actor, { store: false, bonafide: false, pasted: "", ...from });
const active = async () => valueOf(await listConventions(deps, actor));

describe("the store’s codes", () => {
  test("are read from every page of its discounts", async () => {
    expect((await readStoreCodes(deps, actor.shopId)).codes.toSorted()).toEqual(
      [...SEASONAL, ...INFLUENCERS].toSorted(),
    );
    for (let at = 0; at < 60; at += 1) await addDiscount(`PAGE-${at}`);
    const { codes, of } = await readStoreCodes(deps, actor.shopId);
    const all = SEASONAL.length + INFLUENCERS.length + 60;
    expect([codes.length, of]).toEqual([all, all]);
  });

  test("teach conventions, with what each would stand against", async () => {
    const before = await prisma.auditEvent.count();
    const learned: Learned = valueOf(await learn({ store: true }));
    expect(learned.read).toMatchObject({ bonafide: { of: 0 }, pasted: { of: 0 } });
    const seasonal = learned.proposals.find(({ pattern }) => pattern.includes("{season}"));
    expect(seasonal).toMatchObject({
      explains: SEASONAL.length,
      isKnown: false,
      clashes: [{ name: "Seasonal offer" }],
    });
    expect(await prisma.auditEvent.count()).toBe(before);
  });
});

test("pasted codes are enough, however they are parted", async () => {
  const learned = valueOf(
    await learn({
      pasted: `${INFLUENCERS.slice(0, 4).join(", ")};\n${INFLUENCERS.slice(4).join("\n")}`,
    }),
  );
  const none = { read: 0, of: 0 };
  const seven = { read: INFLUENCERS.length, of: INFLUENCERS.length };
  expect(learned.read).toEqual({ store: none, bonafide: none, pasted: seven });
  expect(learned.proposals[0]?.explains).toBe(INFLUENCERS.length);
});

test("many codes are read in a thread of their own, and of more than are read an even sample", async () => {
  const codes = Array.from({ length: 120_000 }, (_, i) => `VIP-${SEASONAL[i % 18]}-${100_000 + i}`);
  const [learned, here] = await Promise.all([
    learn({ pasted: codes.join("\n") }).then(valueOf),
    inferApart(codes.slice(0, 2_000), BUILT_IN_FIELDS),
  ]);
  expect(learned.read.pasted).toEqual({ read: 100_000, of: 120_000 });
  expect(learned.distinct).toBe(100_000);
  expect(learned.proposals[0]?.pattern).toBe(here.proposals[0]?.pattern);
  // A thread has modules of its own: what this process read by itself is what the spy saw.
  expect(Math.max(...vi.mocked(inferHere).mock.calls.map(([read]) => read.length))).toBe(2_000);
});

test("no codes teach nothing", async () => {
  expect(refusalOf(await learn({ pasted: " ,\n" }))).toBe("pasted");
  expect(refusalOf(await learn({ bonafide: true }))).toBe("pasted");
});

describe("a proposal", () => {
  const fields = [
    {
      id: "partner",
      label: "partner",
      type: { kind: "list", values: [{ value: "ACME", label: "Acme" }] },
    },
  ];

  test("is taken into use with its fields", async () => {
    const form = { name: "Partners", pattern: "{partner}-{percent}", fields, replaces: "" };
    const { id } = valueOf(await adoptConvention(deps, actor, form));
    expect((await active()).find((each) => each.id === id)).toMatchObject({
      version: 1,
      pattern: "{partner}-{percent}",
    });
    expect(
      valueOf(await listFields(deps, actor)).find((field) => field.id === "partner")?.isOwn,
    ).toBe(true);
  });

  test("that shares names with one in use is refused, or takes its place", async () => {
    const [seasonal] = await active();
    const form = { name: "As we name", pattern: "{season}{yy}_{offer}", fields: [], replaces: "" };
    expect(refusalOf(await adoptConvention(deps, actor, form))).toBe("pattern");
    const replaces = seasonal?.id ?? "";
    expect(valueOf(await adoptConvention(deps, actor, { ...form, replaces }))).toEqual({
      id: replaces,
    });
    expect((await active()).find(({ id }) => id === replaces)).toMatchObject({
      version: 2,
      name: "As we name",
    });
    const known = valueOf(await learn({ store: true })).proposals.filter(({ isKnown }) => isKnown);
    expect(known.map(({ pattern }) => pattern)).toEqual(["{season}{yy}_{offer}"]);
  });

  test("leaves nothing behind when it is refused: no field, no version", async () => {
    const before = { conventions: await active(), fields: await prisma.namingField.count() };
    const built = BUILT_IN_FIELDS.find(({ id }) => id === "season");
    for (const form of [
      { name: "X", pattern: "{nothing}", fields: [{ ...fields[0], id: "other" }], replaces: "" },
      { name: "", pattern: "X-{percent}", fields: [{ ...fields[0], id: "other" }], replaces: "" },
      { name: "X", pattern: "X-{percent}", fields: "nonsense", replaces: "" },
      { name: "X", pattern: "X-{percent}", fields: [{ ...built, id: "A B" }], replaces: "" },
      { name: "X", pattern: "X-{percent}", fields: [], replaces: "nobody" },
    ]) {
      expect((await adoptConvention(deps, actor, form)).ok).toBe(false);
    }
    const after = { conventions: await active(), fields: await prisma.namingField.count() };
    expect(after).toEqual(before);
  });

  test("is not for viewers", async () => {
    const viewer: Actor = { ...actor, role: "viewer" };
    const form = { name: "X", pattern: "X-{percent}", fields: [], replaces: "" };
    expect(refusalOf(await adoptConvention(deps, viewer, form))).toBe("forbidden");
    const from = { store: false, bonafide: false, pasted: "A" };
    expect(refusalOf(await inferConventions(deps, viewer, from))).toBe("forbidden");
  });
});
