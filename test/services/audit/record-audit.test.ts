import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { systemActor } from "#app/domain/access/actor.ts";
import { chainedText } from "#app/domain/audit/chain.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { recordAudit } from "#app/services/audit/record-audit.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();
const { prisma, pool } = deps.database;

/** The number of the first row whose hash does not follow from the row before and what it says; null when all do. */
async function firstBroken(shopId: number): Promise<string | null> {
  const rows = await prisma.auditEvent.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  let previous = "";
  for (const row of rows) {
    const event = {
      ...row,
      id: String(row.id),
      before: row.before as Record<string, unknown> | null,
      after: row.after as Record<string, unknown> | null,
    };
    const hash = createHash("sha256").update(chainedText(previous, event)).digest("hex");
    if (hash !== row.hash) return String(row.id);
    previous = row.hash;
  }
  return null;
}

const CHANGE = {
  before: {
    z: 1,
    a: new Date("2026-01-01T00:00:00Z"),
    nested: { y: [1, "2", null], x: undefined },
  },
  after: { text: "“quotes” \\ \n 🎉", amount: 1e21, tenth: 0.1, gone: undefined },
};

test("rows of either kind of transaction, many at once, make one unbroken chain a shop", async () => {
  const shops = await Promise.all(
    ["one", "two"].map((name) => addShop(deps, `${name}.myshopify.com`)),
  );
  await Promise.all(
    Array.from({ length: 30 }, (_, n) => {
      const { shop, as } = shops[n % 2] ?? shops[0]!;
      const subject = { kind: "campaign", id: `${n}`, name: `Campaign ${n}` } as const;
      return n % 3 === 0
        ? inTransaction(pool, (client) =>
            recordAudit(
              client,
              systemActor(shop.id, "job"),
              deps.now(),
              "campaign.synced",
              subject,
              CHANGE,
            ),
          )
        : prisma.$transaction((tx) =>
            recordAudit(tx, as("editor"), deps.now(), "campaign.changed", subject, CHANGE),
          );
    }),
  );
  for (const { shop, as } of shops) {
    expect(await firstBroken(shop.id)).toBeNull();
    const { rows } = valueOf(await listAudit(deps, as("viewer"), { cursor: null }));
    expect(rows.map(({ id }) => Number(id))).toEqual(Array.from({ length: 15 }, (_, n) => 15 - n));
    expect(rows[0]?.after).toEqual({ text: "“quotes” \\ \n 🎉", amount: 1e21, tenth: 0.1 });
  }
});

test("a row that someone altered past the trigger shows", async () => {
  const { shop, as } = await addShop(deps, "three.myshopify.com");
  for (let n = 1; n <= 4; n += 1) {
    await prisma.$transaction((tx) =>
      recordAudit(
        tx,
        as("admin"),
        deps.now(),
        "staff.role_set",
        { kind: "staff", id: "2", name: "Nils" },
        { after: { role: "editor" } },
      ),
    );
  }
  await pool.query("ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only");
  await pool.query(
    `UPDATE audit_event SET after = '{"role": "admin"}' WHERE shop_id = $1 AND id = 3`,
    [shop.id],
  );
  expect(await firstBroken(shop.id)).toBe("3");
  await pool.query("DELETE FROM audit_event WHERE shop_id = $1 AND id = 3", [shop.id]);
  expect(await firstBroken(shop.id)).toBe("4");
  await pool.query("ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only");
});

test("what is rolled back was never written down, and leaves no gap", async () => {
  const { shop, as } = await addShop(deps, "four.myshopify.com");
  const subject = { kind: "shop", id: "1", name: "x" } as const;
  const lost = inTransaction(pool, async (client) => {
    await recordAudit(client, as("admin"), deps.now(), "shop.installed", subject);
    throw new Error("no");
  });
  await expect(lost).rejects.toThrow("no");
  await inTransaction(pool, (client) =>
    recordAudit(client, as("admin"), deps.now(), "shop.installed", subject),
  );
  const rows = await prisma.auditEvent.findMany({ where: { shopId: shop.id } });
  expect(rows.map(({ id, before, after }) => [id, before, after])).toEqual([[1n, null, null]]);
});

test("the log of one thing tells of that thing only", async () => {
  const { as } = await addShop(deps, "five.myshopify.com");
  for (const id of ["a", "b", "a"]) {
    await prisma.$transaction((tx) =>
      recordAudit(tx, as("admin"), deps.now(), "campaign.changed", {
        kind: "campaign",
        id,
        name: id,
      }),
    );
  }
  const question = { subject: { kind: "campaign", id: "a" }, cursor: null } as const;
  expect(valueOf(await listAudit(deps, as("viewer"), question))).toMatchObject({
    total: 2,
    rows: [{ id: "3" }, { id: "1" }],
  });
});
