import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { compileConvention, findSharedName } from "#app/domain/naming/convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { done, invalid, refuse, type Outcome, type Problem } from "#app/domain/shared/outcome.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Convention } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { compiled, isId } from "./load-convention.server.ts";

const LONGEST_NAME = 60;
const LONGEST_PATTERN = 500;

/** Adds a naming convention, or a new version of one. Campaigns keep the version they were named by. */
export async function saveConvention(
  deps: Deps,
  actor: Actor,
  form: { id?: string; name: string; pattern: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (!can(actor, "convention.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("convention.edit") });
  const name = form.name.trim();
  const pattern = form.pattern.trim();
  const problems = problemsOf(name, pattern);
  if (problems.length > 0) return invalid(...problems);
  return deps.database.prisma.$transaction(async (tx) => {
    // One convention is saved at a time in a shop: two at once could each be unlike the others and like each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7210013, ${shopId}::int)`;
    const latest = form.id === undefined ? null : await latestOf(tx, shopId, form.id);
    if (form.id !== undefined && !latest) {
      return refuse({ kind: "not_found", message: "That naming convention does not exist." });
    }
    const own = latest ? { NOT: { id: latest.id } } : {};
    const others = await tx.convention.findMany({ where: { shopId, active: true, ...own } });
    for (const other of others) {
      const shared = findSharedName(compiled(pattern), compiled(other.pattern));
      if (!shared) continue;
      const message =
        shared === "too_complex"
          ? `This and “${other.name}” are too complex together to be told apart. Make one of them start differently.`
          : `“${shared}” would fit this and “${other.name}”. Make them differ, for example by another beginning.`;
      return invalid({ field: "pattern", message });
    }
    return store(deps, tx, actor, latest, { name, pattern });
  });
}

async function latestOf(tx: Transaction, shopId: number, id: string): Promise<Convention | null> {
  return isId(id)
    ? tx.convention.findFirst({ where: { shopId, id }, orderBy: { version: "desc" } })
    : null;
}

function problemsOf(name: string, pattern: string): Problem[] {
  const problems: Problem[] = [];
  if (!name)
    problems.push({
      field: "name",
      message: "Give the convention a name, such as “Seasonal offer”.",
    });
  if (name.length > LONGEST_NAME) {
    problems.push({ field: "name", message: `Use at most ${LONGEST_NAME} characters.` });
  }
  if (pattern.length > LONGEST_PATTERN) {
    problems.push({ field: "pattern", message: `Use at most ${LONGEST_PATTERN} characters.` });
    return problems;
  }
  const result = compileConvention(pattern, BUILT_IN_FIELDS);
  if (!result.ok) {
    for (const { message } of result.errors) problems.push({ field: "pattern", message });
  }
  return problems;
}

async function store(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  latest: Convention | null,
  { name, pattern }: { name: string; pattern: string },
): Promise<Outcome<{ id: string }>> {
  const { shopId } = actor;
  if (latest && latest.name === name && latest.pattern === pattern) return done({ id: latest.id });
  const id = latest?.id ?? deps.newId();
  const version = (latest?.version ?? 0) + 1;
  const now = deps.now();
  await tx.convention.updateMany({ where: { shopId, id, active: true }, data: { active: false } });
  await tx.convention.create({
    data: { shopId, id, version, name, pattern, active: true, createdAt: now },
  });
  await recordAudit(
    tx,
    actor,
    now,
    "convention.saved",
    { kind: "convention", id, name },
    {
      ...(latest
        ? { before: { name: latest.name, pattern: latest.pattern, version: latest.version } }
        : {}),
      after: { name, pattern, version },
    },
  );
  return done({ id });
}
