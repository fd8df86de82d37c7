import type { Actor } from "#app/domain/access/actor.ts";
import { leavesOf } from "#app/domain/naming/automaton.ts";
import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { Transaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import {
  addVersion,
  clashOf,
  json,
  latestVersion,
  ownFieldsOf,
} from "./convention-versions.server.ts";
import { activeConventions, shopFields, type LoadedConvention } from "./load-convention.server.ts";

/** Fields to be put in place of those with the same id, and ids of own fields to be taken away. */
export type FieldChanges = { put: readonly Field[]; remove: readonly string[] };

/** What a change of fields comes to: the shop's fields and active conventions once it is done. */
type ChangedFields =
  | { ok: true; fields: Field[]; conventions: LoadedConvention[]; renewed: LoadedConvention[] }
  | { ok: false; message: string };

/** Whether the shop's active conventions can all be read with the fields changed, and still be told apart. */
export async function planFieldChanges(
  tx: Transaction,
  shopId: number,
  changes: FieldChanges,
  /** A convention that is about to be replaced itself. */
  replaced: string | null = null,
): Promise<ChangedFields> {
  const fields = changedFields(await shopFields(tx, shopId), changes);
  const touched = new Set([...changes.put.map(({ id }) => id), ...changes.remove]);
  const conventions: LoadedConvention[] = [];
  const renewed: LoadedConvention[] = [];
  for (const loaded of await activeConventions(tx, shopId)) {
    if (loaded.id === replaced) continue;
    if (!fieldIdsOf(loaded.convention).some((id) => touched.has(id))) {
      conventions.push(loaded);
      continue;
    }
    const compiled = compileConvention(loaded.convention.text, fields);
    if (!compiled.ok) {
      const [error] = compiled.errors;
      const message = `“${loaded.name}” uses this field and could not be read any more. ${error?.message ?? ""}`;
      return { ok: false, message: message.trim() };
    }
    const next = { ...loaded, convention: compiled.convention };
    conventions.push(next);
    renewed.push(next);
  }
  for (const { id, name, convention } of renewed) {
    const others = conventions.filter((other) => other.id !== id);
    const clash = clashOf(convention, others);
    if (clash) return { ok: false, message: `“${name}” uses this field. ${clash}` };
  }
  return { ok: true, fields, conventions, renewed };
}

/** Writes what was planned: the fields, and a new version of every convention that uses one of them. */
export async function storeFieldChanges(
  deps: Deps,
  tx: Transaction,
  actor: Actor,
  changes: FieldChanges,
  { fields, renewed }: Extract<ChangedFields, { ok: true }>,
): Promise<void> {
  const { shopId } = actor;
  const updatedAt = deps.now();
  for (const { id, label, type } of changes.put) {
    const data = { label, type: json(type), updatedAt };
    await tx.namingField.upsert({
      where: { shopId_id: { shopId, id } },
      create: { shopId, id, ...data },
      update: data,
    });
  }
  await tx.namingField.deleteMany({ where: { shopId, id: { in: [...changes.remove] } } });
  for (const { id, name, convention } of renewed) {
    const text = { name, pattern: convention.text, fields: ownFieldsOf(convention, fields) };
    await addVersion(deps, tx, actor, await latestVersion(tx, shopId, id), text);
  }
}

export function fieldIdsOf(convention: Convention): string[] {
  return leavesOf(convention.parts).flatMap((part) =>
    part.kind === "field" ? [part.field.id] : [],
  );
}

function changedFields(fields: readonly Field[], { put, remove }: FieldChanges): Field[] {
  const gone = new Set([...remove, ...put.map(({ id }) => id)]);
  const restored = BUILT_IN_FIELDS.filter(
    ({ id }) => remove.includes(id) && !put.some((field) => field.id === id),
  );
  return [...fields.filter(({ id }) => !gone.has(id)), ...restored, ...put];
}
