import type { Field, ListValue } from "../field.ts";
import { textOf, type Group } from "./columns.ts";

/**
 * The lists as the shop spells them: where it writes FALL and never AUTUMN, FALL takes the place
 * of AUTUMN and keeps its label, since only what a list holds is accepted. Where it writes both,
 * both stay. Fields the shop spells as they are keep their definition.
 */
export function inShopsSpelling(
  fields: ReadonlyMap<string, Field>,
  groups: readonly Group[],
): Map<string, Field> {
  const written = new Map<string, Set<string>>();
  for (const { rows, meanings } of groups) {
    meanings.forEach((meaning, at) => {
      if (meaning === null || !fields.has(meaning)) return;
      const words = written.get(meaning) ?? new Set();
      for (const row of rows) words.add(textOf(row, at));
      written.set(meaning, words);
    });
  }
  const spelled = new Map(fields);
  for (const [id, words] of written) {
    const field = fields.get(id);
    if (field?.type.kind !== "list") continue;
    const known = field.type.values;
    const values = known.flatMap((value) => spellingsOf(value, words));
    if (values.some((value, i) => value !== known[i])) {
      spelled.set(id, { ...field, type: { kind: "list", values } });
    }
  }
  return spelled;
}

function spellingsOf(value: ListValue, words: ReadonlySet<string>): ListValue[] {
  const { label, synonyms = [] } = value;
  const used = synonyms.filter((synonym) => words.has(synonym));
  if (used.length === 0) return [value];
  const keepsOwn = words.has(value.value);
  const left = synonyms.filter((synonym) => !used.includes(synonym));
  const [first, ...others] = keepsOwn ? [value.value, ...used] : used;
  return [
    { value: first!, label, synonyms: keepsOwn ? left : [value.value, ...left] },
    ...others.map((other) => ({ value: other, label: `${label} (${other})` })),
  ];
}
