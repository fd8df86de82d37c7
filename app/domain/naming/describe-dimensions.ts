import type { Convention } from "./convention.ts";
import type { Dimensions } from "./dimensions.ts";
import { choicesOf } from "./shape.ts";

/** The parts of a name in the order they stand, in words: field "season", label "Season", value "Summer". */
export function describeDimensions(
  convention: Convention,
  dimensions: Dimensions,
): { field: string; label: string; value: string }[] {
  const leaves = convention.parts.flatMap((part) =>
    part.kind === "optional" ? part.parts : [part],
  );
  return leaves.flatMap((part) => {
    const value = part.kind === "field" ? dimensions[part.field.id] : undefined;
    if (part.kind !== "field" || value === undefined) return [];
    const { id, label } = part.field;
    const listed = choicesOf(part.field)?.find((each) => each.value === value);
    return [
      {
        field: id,
        label: label.charAt(0).toUpperCase() + label.slice(1),
        value: listed?.label ?? value,
      },
    ];
  });
}
