import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { Db } from "#app/infra/db/database.server.ts";
import type { Convention as ConventionRow } from "#app/infra/db/generated/client.ts";

export type LoadedConvention = {
  id: string;
  version: number;
  name: string;
  convention: Convention;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/** A shop's convention ready for use: the active version, or the one a code was made by. Null when there is none. */
export async function loadConvention(
  db: Db,
  shopId: number,
  id: string,
  version?: number,
): Promise<LoadedConvention | null> {
  if (!isId(id)) return null;
  const row = await db.convention.findFirst({
    where: { shopId, id, ...(version === undefined ? { active: true } : { version }) },
  });
  return row ? loaded(row) : null;
}

/** The conventions names are made by now, oldest first. */
export async function activeConventions(db: Db, shopId: number): Promise<LoadedConvention[]> {
  const rows = await db.convention.findMany({
    where: { shopId, active: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(loaded);
}

function loaded(row: ConventionRow): LoadedConvention {
  const { id, version, name } = row;
  return { id, version, name, convention: compiled(row.pattern, row.fields) };
}

/**
 * A saved convention ready for use. `fields`: the definitions of the shop's own fields as they were when it was saved.
 * Only what compiles is ever saved, so one that does not is a bug.
 */
export function compiled(pattern: string, fields: unknown): Convention {
  const result = compileConvention(pattern, [...BUILT_IN_FIELDS, ...(fields as Field[])]);
  if (!result.ok) throw new Error(`A saved convention does not compile: ${pattern}`);
  return result.convention;
}

/** The fields a shop's conventions can use: the built-in ones, and its own in the place of those with the same id. */
export async function shopFields(db: Db, shopId: number): Promise<Field[]> {
  const own = await db.namingField.findMany({ where: { shopId }, orderBy: { id: "asc" } });
  const fields = own.map(({ id, label, type }) => ({ id, label, type }) as unknown as Field);
  const ids = new Set(own.map(({ id }) => id));
  return [...BUILT_IN_FIELDS.filter(({ id }) => !ids.has(id)), ...fields];
}
