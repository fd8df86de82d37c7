import { codeKey } from "#app/domain/code/code-key.ts";
import type { Convention } from "../convention.ts";
import { expectationOf, withArticle } from "../describe.ts";
import { choicesOf } from "../shape.ts";
import type { MissingField, NamedCampaign } from "./rename-plan.ts";
import { sourceOf } from "./translate-dimensions.ts";

type Problems = {
  unfit: readonly string[];
  errors: readonly { field: string; message: string }[];
};

/** What must be chosen before there is a name by `after`, in the order of its fields. */
export function missingFields(
  { name, dimensions, convention }: NamedCampaign,
  after: Convention,
  { unfit, errors }: Problems,
): MissingField[] {
  const required = new Set(
    after.parts.flatMap((part) => (part.kind === "field" ? [part.field.id] : [])),
  );
  return [...after.fields.values()].flatMap((field) => {
    const { id, label } = field;
    const error = errors.find((each) => each.field === id);
    if (!error && !unfit.includes(id)) return [];
    const source = sourceOf(convention.fields, dimensions, field);
    const was = source ? (dimensions[source.id] ?? null) : null;
    const message = unfit.includes(id)
      ? `“${was}” is not ${withArticle(label)}. Expected ${expectationOf(field)}.`
      : (error?.message ?? "");
    const choices = choicesOf(field) ?? [];
    // What stands in the old name already is what most likely fits.
    const stands = choices.filter(({ value }) => codeKey(name).includes(value));
    const sorted = [...stands, ...choices.filter((choice) => !stands.includes(choice))];
    return [{ field: id, label, was, message, choices: sorted, optional: !required.has(id) }];
  });
}
