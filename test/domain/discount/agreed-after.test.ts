import fc from "fast-check";
import { expect, test } from "vitest";

import { agreedAfter } from "#app/domain/discount/agreed-after.ts";
import { mergeTerms } from "#app/domain/discount/merge.ts";
import { TERMS_FIELDS, type TermsField } from "#app/domain/discount/terms.ts";
import { theirTerms } from "./fixtures/arbitrary-terms.ts";

const NOW = new Date("2026-06-15T12:00:00Z");
const fieldSet = fc.subarray([...TERMS_FIELDS]).map((list) => new Set<TermsField>(list));

test("whatever somebody sets while we write is found by the next merge as theirs alone", () => {
  fc.assert(
    fc.property(theirTerms, theirTerms, theirTerms, fieldSet, (ours, before, set, fields) => {
      // What was written stands there as ours, the rest as before; then somebody sets some of it.
      const stood = { ...before };
      for (const field of fields) Object.assign(stood, { [field]: ours[field] });
      const after = { ...stood, title: set.title, endsAt: set.endsAt };
      const wanted = { ...stood };
      const agreed = agreedAfter({ ours: wanted, fields, before, after }, NOW);
      const found = mergeTerms(wanted, agreed, after, NOW);
      const changed = (["title", "endsAt"] as const).filter((field) => set[field] !== stood[field]);
      expect(found.map(({ field }) => field).sort()).toEqual([...changed].sort());
      expect(found.every(({ changedBy }) => changedBy === "them")).toBe(true);
    }),
  );
});

test("what stands there as written is agreed on, of a new discount everything", () => {
  fc.assert(
    fc.property(theirTerms, (ours) => {
      const written = { ours, fields: new Set<TermsField>(), before: null, after: ours };
      expect(agreedAfter(written, NOW)).toEqual({ ours, theirs: ours });
    }),
  );
});
