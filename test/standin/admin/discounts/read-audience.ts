import { CREATE_NEEDS_START_AND_CONTEXT } from "../../assumptions.ts";
import type { Audience } from "../../checkout/discount.ts";
import { idOf } from "../../gid.ts";
import type { CodeDiscount, ShopState } from "../../state.ts";
import type { AdminContext, Args } from "../context.ts";
import type { Problems } from "./problems.ts";

/** Whom a discount is for, from `context` or the older `customerSelection`. */
export function readAudience(
  { shop }: AdminContext,
  input: Args,
  problems: Problems,
  current: CodeDiscount | undefined,
): Audience {
  const field = input["context"] ? "context" : "customerSelection";
  const given = (input[field] ?? undefined) as Args | undefined;
  if (!given) {
    if (!current && CREATE_NEEDS_START_AND_CONTEXT)
      problems.add(["context"], "BLANK", "Context must be set");
    return current?.audience ?? { kind: "all" };
  }
  if (given["all"]) return { kind: "all" };
  const { key, kind, type, name, known } = groupOf(shop, given);
  const change = (given[key] ?? {}) as Args;
  for (const id of list(change["add"])) {
    if (known.some((one) => one.id === idOf(id, type))) continue;
    const number = id.split("/").at(-1) ?? id;
    problems.add([field, key, "add"], "INVALID", `${name} with id: ${number} is invalid`);
  }
  const before = current?.audience.kind === kind ? current.audience.ids : [];
  const ids = changed(before, list(change["add"]), list(change["remove"]));
  if (ids.length === 0) problems.add([field, key], "BLANK", "Context must be set");
  return { kind, ids };
}

/** The group that is meant, and what there is of its kind. */
function groupOf({ customers, markets, segments }: ShopState, given: Args) {
  if (given["customerSegments"] !== undefined) {
    const type = "Segment";
    const name = "Customer segment";
    return { key: "customerSegments", kind: "segments", type, name, known: segments } as const;
  }
  return given["markets"] === undefined
    ? ({
        key: "customers",
        kind: "customers",
        type: "Customer",
        name: "Customer",
        known: customers,
      } as const)
    : ({
        key: "markets",
        kind: "markets",
        type: "Market",
        name: "Market",
        known: markets,
      } as const);
}

export function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Inputs of this kind say what to add and what to take away. */
export function changed(
  before: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): string[] {
  return [...new Set([...before, ...add])].filter((one) => !remove.includes(one));
}
