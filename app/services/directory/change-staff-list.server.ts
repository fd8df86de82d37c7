import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { readAddresses } from "#app/domain/directory/read-addresses.ts";
import { STAFF_CHANGES, type StaffListForm } from "#app/domain/directory/summary.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { listedAddress } from "./listed-address.server.ts";

/**
 * Changes who is staff, by e-mail addresses, of which keyed hashes are kept. Orders with a code for staff are compared
 * with them from then on.
 */
export async function changeStaffList(
  deps: Deps,
  actor: Actor,
  form: StaffListForm,
): Promise<Outcome<{ staff: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const change = STAFF_CHANGES.find((known) => known === form.change);
  if (!change)
    return invalid({ field: "change", message: "Choose to add, to remove or to replace." });
  const read = readAddresses(form.addresses);
  if (!read.ok) return invalid({ field: "addresses", message: read.problem });
  const shop = await shopOf(deps, shopId);
  const rows = read.addresses.map((email) => listedAddress(shop, email));
  const hashes = rows.map(({ hash }) => hash);
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    await queryIn(tx, "SELECT 1 FROM shop WHERE id = $1::int FOR UPDATE", [shopId]);
    const staff = { shopId, role: "staff" };
    const before = await tx.listedPerson.count({ where: staff });
    if (change !== "add")
      await tx.listedPerson.deleteMany({
        where: { ...staff, ...(change === "remove" ? { hash: { in: hashes } } : {}) },
      });
    if (change !== "remove") {
      const known = await tx.listedPerson.findMany({
        where: { ...staff, hash: { in: hashes } },
        select: { hash: true },
      });
      const hexOf = ({ hash }: { hash: Uint8Array }) => Buffer.from(hash).toString("hex");
      const there = new Set(known.map(hexOf));
      const added = rows.filter((row) => !there.has(hexOf(row)));
      await tx.listedPerson.createMany({
        data: added.map((row) => ({
          ...{ ...staff, ...row, id: deps.newId() },
          ...{ createdBy: actor.name, createdAt: now },
        })),
      });
    }
    const after = await tx.listedPerson.count({ where: staff });
    const subject = { kind: "directory", id: "staff", name: "staff" } as const;
    await recordAudit(tx, actor, now, "staff_list.changed", subject, {
      ...{ before: { people: before }, after: { people: after } },
    });
    return done({ staff: after });
  });
}
