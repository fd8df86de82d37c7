import type pg from "pg";

import { describeEffect, type EffectNames } from "#app/domain/case/describe-effect.ts";
import { effectSchema } from "#app/domain/case/effect.schema.ts";
import type { Effect, EffectState } from "#app/domain/case/effect.ts";
import type { CaseEffect } from "#app/domain/case/summary.ts";

export type StoredEffect = { id: string; effect: Effect; state: EffectState; error: string | null };

/** What decisions on a case, or the policy, brought about; `roots`: of the accounts these are about. */
export type CaseEffects = { effects: StoredEffect[]; roots: ReadonlyMap<string, string> };

export async function readCaseEffects(
  db: Pick<pg.Pool, "query">,
  shopId: number,
  caseId: string,
): Promise<CaseEffects> {
  type Row = Omit<StoredEffect, "effect"> & { effect: unknown };
  const { rows } = await db.query<Row>(EFFECTS, [shopId, caseId]);
  const effects = rows.map((row) => ({ ...row, effect: effectSchema.parse(row.effect) }));
  const accounts = [...new Set(effects.flatMap(({ effect }) => accountsOfEffect(effect)))];
  const { rows: known } = await db.query<{ id: string; root: string }>(ROOTS, [shopId, accounts]);
  return { effects, roots: new Map(known.map(({ id, root }) => [id, root])) };
}

/**
 * The people, by their roots, that what stands of the effects is about: links lead to them no more once they were put
 * apart.
 */
export function peopleOfEffects({ effects, roots }: CaseEffects): string[] {
  const standing = effects.filter(({ state }) => state !== "undone");
  const accounts = standing.flatMap(({ effect }) => accountsOfEffect(effect));
  return [...new Set(accounts.flatMap((id) => roots.get(id) ?? []))];
}

/** In words. `names.people`: by their roots. */
export function effectsInWords({ effects, roots }: CaseEffects, names: EffectNames): CaseEffect[] {
  const people = new Map(
    [...roots].flatMap(([id, root]) => {
      const label = names.people.get(root);
      return label === undefined ? [] : [[id, label] as const];
    }),
  );
  return effects.map(({ effect, ...stored }) => ({
    ...{ ...stored, kind: effect.kind, text: describeEffect(effect, { ...names, people }) },
    until: "until" in effect ? effect.until : null,
    orderId: "orderId" in effect ? effect.orderId : null,
  }));
}

function accountsOfEffect(effect: Effect): string[] {
  if ("personId" in effect) return [effect.personId];
  return "lowId" in effect ? [effect.lowId, effect.highId] : [];
}

const EFFECTS = `
  SELECT id, effect, state, error FROM case_effect WHERE shop_id = $1 AND case_id = $2 ORDER BY ordinal`;

const ROOTS = `
  SELECT id::text, COALESCE(root_id, id)::text AS root FROM person WHERE shop_id = $1 AND id = ANY ($2::bigint[])`;
