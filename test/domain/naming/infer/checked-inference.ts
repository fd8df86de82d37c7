import { expect } from "vitest";
import { codeKey } from "#app/domain/code/code-key.ts";
import { compileConvention, findSharedName } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { Inference } from "#app/domain/naming/infer/inference.ts";
import { inferConventions } from "#app/domain/naming/infer/infer-conventions.ts";
import { readName } from "#app/domain/naming/read-name.ts";

/** What is inferred, after checking all that every inference promises. */
export function checkedInference(
  codes: readonly string[],
  fields: readonly Field[] = BUILT_IN_FIELDS,
): Inference {
  const inference = inferConventions(codes, { fields });
  const keys = new Set(codes.map(codeKey));
  expect(inference.total).toBe(codes.length);
  expect(inference.distinct).toBe(keys.size);

  const conventions = inference.proposals.map((proposal) => {
    const compiled = compileConvention(proposal.pattern, [...fields, ...proposal.fields]);
    if (!compiled.ok) throw new Error(`${proposal.pattern}: ${compiled.errors[0]?.message}`);
    return compiled.convention;
  });
  let explained = 0;
  for (const [i, proposal] of inference.proposals.entries()) {
    const convention = conventions[i]!;
    const read = [...keys].filter((key) => readName(convention, key).ok);
    expect([proposal.pattern, proposal.explains]).toEqual([proposal.pattern, read.length]);
    expect(proposal.share).toBeCloseTo(read.length / keys.size);
    expect(proposal.explains).toBeGreaterThanOrEqual(3);
    expect(proposal.examples.every((example) => read.includes(example))).toBe(true);
    expect(proposal.dimensions.map(({ field }) => field)).toEqual([...convention.fields.keys()]);
    for (const other of conventions.slice(0, i)) {
      expect(findSharedName(other, convention)).toBeNull();
    }
    explained += read.length;
  }
  expect(inference.leftovers.count).toBe(keys.size - explained);
  const names = inference.proposals.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expectOneMeaningEach(inference);
  return inference;
}

/** A shop takes several proposals, so a new field must be the same in all of them. */
function expectOneMeaningEach({ proposals }: Inference) {
  const known = new Map<string, Field>();
  for (const field of proposals.flatMap(({ fields }) => fields)) {
    expect(known.get(field.id) ?? field).toEqual(field);
    known.set(field.id, field);
  }
}
