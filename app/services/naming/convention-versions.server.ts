import type { Actor } from "#app/domain/access/actor.ts";
import { leavesOf } from "#app/domain/naming/automaton.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { findSharedCode } from "#app/domain/naming/shared-code.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Convention as ConventionRow } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { isId, type LoadedConvention } from "./load-convention.server.ts";

/**
 * Conventions and fields of a shop are changed one at a time: two changes at once could each be unlike the others and
 * like each other. Held until the transaction ends.
 */
export async function lockConventions(tx: Transaction, shopId: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7210013, ${shopId}::int)`;
}

export async function latestVersion(
  tx: Transaction,
  shopId: number,
  id: string,
): Promise<ConventionRow | null> {
  return isId(id)
    ? tx.convention.findFirst({ where: { shopId, id }, orderBy: { version: "desc" } })
    : null;
}

/** What a code of both would be, in words for the merchant; null when codes always tell the two apart. */
export function clashOf(
  convention: Convention,
  others: readonly Pick<LoadedConvention, "name" | "convention">[],
): string | null {
  for (const { name, convention: other } of others) {
    const shared = findSharedCode(convention, other);
    if (!shared) continue;
    if (shared === "too_complex") {
      return `This and “${name}” are too complex together to be told apart. Make one of them start differently.`;
    }
    const { code, uniqueOf } = shared;
    const differ = "Make them differ, for example by another beginning.";
    if (uniqueOf === null) return `“${code}” would fit this and “${name}”. ${differ}`;
    return uniqueOf === "left"
      ? `A campaign with unique codes named by this could have the code “${code}”, which would fit “${name}”, too. ${differ}`
      : `A campaign with unique codes named by “${name}” could have the code “${code}”, which would fit this, too. ${differ}`;
  }
  return null;
}

/** The definitions of the shop's own fields among those a convention uses; built-in ones come with the app. */
export function ownFieldsOf(convention: Convention, fields: readonly Field[]): Field[] {
  const used = new Set(
    leavesOf(convention.parts).flatMap((part) => (part.kind === "field" ? [part.field.id] : [])),
  );
  return fields.filter((field) => used.has(field.id) && !BUILT_IN_FIELDS.includes(field));
}

export type ConventionText = { name: string; pattern: string; fields: readonly Field[] };

/** Makes the next version of a convention, or its first. Campaigns and codes keep the one they were named by. */
export async function addVersion(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  latest: ConventionRow | null,
  { name, pattern, fields }: ConventionText,
): Promise<string> {
  const { shopId } = actor;
  const id = latest?.id ?? deps.newId();
  const version = (latest?.version ?? 0) + 1;
  const now = deps.now();
  await tx.convention.updateMany({ where: { shopId, id, active: true }, data: { active: false } });
  await tx.convention.create({
    data: {
      shopId,
      id,
      version,
      name,
      pattern,
      fields: json(fields),
      active: true,
      createdAt: now,
    },
  });
  const subject = { kind: "convention", id, name } as const;
  await recordAudit(tx, actor, now, "convention.saved", subject, {
    ...(latest
      ? { before: { name: latest.name, pattern: latest.pattern, version: latest.version } }
      : {}),
    after: { name, pattern, version },
  });
  return id;
}

/** As a JSON column takes it: nothing undefined, nothing read-only. */
export function json(value: unknown) {
  return JSON.parse(JSON.stringify(value)) as object;
}
