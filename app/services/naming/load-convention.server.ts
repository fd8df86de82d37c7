import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { Db } from "#app/infra/db/database.server.ts";

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
  return row
    ? { id: row.id, version: row.version, name: row.name, convention: compiled(row.pattern) }
    : null;
}

/** Only patterns that compile are ever saved, so one that does not is a bug. */
export function compiled(pattern: string): Convention {
  const result = compileConvention(pattern, BUILT_IN_FIELDS);
  if (!result.ok) throw new Error(`A saved convention does not compile: ${pattern}`);
  return result.convention;
}
