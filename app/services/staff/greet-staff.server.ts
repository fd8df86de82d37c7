import type { Actor } from "#app/domain/access/actor.ts";
import { isRole, type Role } from "#app/domain/access/role.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

type Person = { id: bigint; name: string; email: string; accountOwner: boolean };

/** "Last seen" is for people, not a log: writing it once in this while is enough. */
const SEEN_EVERY_MS = 15 * 60 * 1_000;

/** The member of staff at the screen. The first time they start as viewer; the shop's owner is always admin. */
export async function greetStaff(deps: Deps, shopId: number, person: Person): Promise<Actor> {
  const now = deps.now();
  const key = { shopId_id: { shopId, id: person.id } };
  const known = await deps.database.prisma.staffMember.findUnique({ where: key });
  const role: Role = person.accountOwner
    ? "admin"
    : known && isRole(known.role)
      ? known.role
      : "viewer";
  const actor: Actor = { kind: "staff", shopId, id: String(person.id), name: person.name, role };
  if (!known) {
    await join(deps, actor, person, role, now);
  } else if (
    changed(known, person, role) ||
    now.getTime() - known.lastSeenAt.getTime() > SEEN_EVERY_MS
  ) {
    const { name, email, accountOwner } = person;
    await deps.database.prisma.staffMember.update({
      where: key,
      data: { name, email, accountOwner, role, lastSeenAt: now },
    });
  }
  return actor;
}

async function join(
  deps: Deps,
  actor: Actor,
  person: Person,
  role: Role,
  now: Date,
): Promise<void> {
  const { shopId } = actor;
  await deps.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.staffMember.createMany({
      skipDuplicates: true,
      data: { shopId, ...person, role, createdAt: now, lastSeenAt: now },
    });
    // Two first requests at once: one of them wrote it down.
    if (count === 0) return;
    const subject = { kind: "staff", id: actor.id, name: actor.name } as const;
    await recordAudit(tx, actor, now, "staff.joined", subject, { after: { role } });
  });
}

function changed(
  known: { name: string; email: string; role: string; accountOwner: boolean },
  person: Person,
  role: Role,
) {
  return (
    known.name !== person.name ||
    known.email !== person.email ||
    known.accountOwner !== person.accountOwner ||
    known.role !== role
  );
}
