import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { describeRule } from "#app/domain/fair-use/describe-policy.ts";
import { readPolicy } from "#app/domain/fair-use/read-policy.ts";
import { done, invalid, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { queryIn } from "#app/infra/db/database.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Saves the shop's rules of fair use as a new version, in force from the next case on; cases there are stay as they are. */
export async function savePolicy(
  deps: Deps,
  actor: Actor,
  posted: unknown,
): Promise<Outcome<{ version: number }>> {
  const { shopId } = actor;
  if (!can(actor, "policy.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("policy.edit") });
  const read = readPolicy(posted);
  if (!read.ok) return invalid(...read.problems);
  const { policy } = read;
  return deps.database.prisma.$transaction(async (tx) => {
    await queryIn(tx, "SELECT 1 FROM shop WHERE id = $1::int FOR UPDATE", [shopId]);
    const last = await tx.fairUsePolicy.findFirst({
      where: { shopId },
      orderBy: { version: "desc" },
    });
    const version = (last?.version ?? 0) + 1;
    const now = deps.now();
    await tx.fairUsePolicy.create({
      data: { shopId, version, content: { ...policy }, createdAt: now, createdBy: actor.name },
    });
    const subject = { kind: "policy", id: "fair-use", name: `version ${version}` } as const;
    const { mostAutomatic, memoryDays, rules } = policy;
    const after = { mostAutomatic, memoryDays, rules: rules.map(describeRule) };
    await recordAudit(tx, actor, now, "policy.saved", subject, { after });
    return done({ version });
  });
}
