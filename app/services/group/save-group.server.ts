import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { nameProblems } from "#app/domain/campaign/season-form.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Adds a group of campaigns (`number` null) or calls one something else. */
export async function saveGroup(
  deps: Deps,
  actor: Actor,
  number: number | null,
  form: { name: string },
): Promise<Outcome<{ number: number }>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const name = form.name.trim();
  const problems = nameProblems(name, "group");
  if (problems.length > 0) return invalid(...problems);
  const now = deps.now();
  return deps.database.prisma.$transaction(async (tx) => {
    // The counter's row lock makes the shop's groups one at a time.
    const [counter] = await tx.$queryRaw<{ next: number }[]>`
      SELECT next_group_number AS next FROM shop WHERE id = ${shopId} FOR UPDATE`;
    const rows = await tx.campaignGroup.findMany({ where: { shopId } });
    const known = rows.find((row) => row.number === number);
    if (!counter || (number !== null && !known))
      return refuse({ kind: "not_found", message: "That group does not exist in this shop." });
    if (rows.some((row) => row !== known && row.name.toLowerCase() === name.toLowerCase()))
      return invalid({ field: "name", message: "There is a group of this name already." });
    const kept = number ?? counter.next;
    await tx.campaignGroup.upsert({
      where: { shopId_number: { shopId, number: kept } },
      create: { shopId, number: kept, name, createdAt: now },
      update: { name },
    });
    if (number === null)
      await tx.shop.update({ where: { id: shopId }, data: { nextGroupNumber: kept + 1 } });
    const subject = { kind: "group", id: String(kept), name } as const;
    await recordAudit(tx, actor, now, "group.saved", subject, {
      ...(known ? { before: { name: known.name } } : {}),
      after: { name },
    });
    return done({ number: kept });
  });
}
