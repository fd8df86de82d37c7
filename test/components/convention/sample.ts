import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { Field } from "#app/domain/naming/field.ts";
import type { ConventionSummary } from "#app/domain/naming/summary.ts";

export const partner: Field = {
  id: "partner",
  label: "partner",
  type: {
    kind: "list",
    values: [
      { value: "ACME", label: "Acme Inc.", synonyms: ["ACM"] },
      { value: "GLOBEX", label: "Globex" },
    ],
  },
};

export const someFields: readonly Field[] = [...BUILT_IN_FIELDS, partner];

export const someConvention: ConventionSummary = {
  id: "n1",
  version: 3,
  name: "Seasonal offers",
  pattern: "{season}{yy}_{offer}",
  isActive: true,
  example: "SUMMER26_FREESHIP",
  unique: null,
  fields: [
    { name: "season", label: "season", values: ["SPRING", "SUMMER"] },
    { name: "yy", label: "two-digit year" },
    { name: "offer", label: "offer" },
  ],
  versions: [
    { version: 3, pattern: "{season}{yy}_{offer}", campaigns: 0 },
    { version: 1, pattern: "{season}_{offer}", campaigns: 1_204 },
  ],
};
