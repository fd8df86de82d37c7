import type { Convention } from "./convention.ts";
import type { Dimensions } from "./dimensions.ts";
import { choicesOf } from "./shape.ts";

/** The parts of a name in the order they stand, in words: field "season", label "Season", value "Summer". */
export function describeDimensions(
  convention: Convention,
  dimensions: Dimensions,
): { field: string; label: string; value: string }[] {
  return [...convention.fields.values()].flatMap((field) => {
    const value = dimensions[field.id];
    if (value === undefined) return [];
    const { id, label } = field;
    const listed = choicesOf(field)?.find((each) => each.value === value);
    return [
      {
        field: id,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        value: listed?.label ?? value,
      },
    ];
  });
}
