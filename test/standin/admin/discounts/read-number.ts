import type { Problems } from "./problems.ts";

export function atLeastOne(
  value: number | undefined,
  field: readonly string[],
  name: string,
  problems: Problems,
): void {
  if (value !== undefined && value < 1) {
    problems.add(field, "GREATER_THAN", `${name} must be greater than 0`);
  }
}

export function readFraction(value: number, field: readonly string[], problems: Problems): number {
  if (!(value >= 0 && value <= 1)) {
    problems.add(field, "VALUE_OUTSIDE_RANGE", "Value must be between 0.0 and 1.0");
  }
  return value;
}
