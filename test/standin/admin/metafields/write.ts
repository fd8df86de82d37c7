import { MAX_METAFIELD_BYTES } from "../../assumptions.ts";
import { putMetafield, spelledNamespace } from "../../metafields.ts";
import type { Metafield } from "../../state.ts";
import type { AdminContext, Args } from "../context.ts";
import { text } from "../input.ts";
import { valueProblem } from "./types.ts";

export type MetafieldWrite = Pick<Metafield, "ownerId" | "namespace" | "key" | "type" | "value">;

export type MetafieldProblem = {
  readonly field: readonly string[];
  readonly code: string;
  readonly message: string;
};

/** One metafield of an input, ready to be written, or what is wrong with it. */
export function readMetafield(
  { world }: AdminContext,
  ownerId: string,
  input: Args,
  known: Metafield | undefined,
): MetafieldWrite | MetafieldProblem {
  const namespace = spelledNamespace(world.config, input["namespace"] as string | null | undefined);
  const key = text(input["key"]);
  const value = text(input["value"]);
  const type = typeof input["type"] === "string" ? input["type"] : known?.type;
  const lengths = lengthProblem("namespace", namespace, 3, 255) ?? lengthProblem("key", key, 2, 64);
  if (lengths) return lengths;
  if (!/^[\w-]+$/.test(key)) return problem("key", "INVALID", "Key contains invalid characters");
  if (type === undefined) return problem("type", "BLANK", "Type can't be blank");
  if (value === "") return problem("value", "BLANK", "Value can't be blank");
  if (Buffer.byteLength(value) > MAX_METAFIELD_BYTES) {
    const message = `Value is too long (maximum is ${MAX_METAFIELD_BYTES} bytes)`;
    return problem("value", "TOO_LONG", message);
  }
  const wrong = valueProblem(type, value);
  if (wrong?.about === "type") return problem("type", "INCLUSION", wrong.message);
  if (wrong) return problem("value", "INVALID_VALUE", wrong.message);
  return { ownerId, namespace, key, type, value };
}

export function isProblem(read: MetafieldWrite | MetafieldProblem): read is MetafieldProblem {
  return "field" in read;
}

/** The `metafields` of a discount's input; problems go where the discount's other problems are. */
export function readMetafields(
  context: AdminContext,
  [ownerId, given]: readonly [string, unknown],
  problems: { add(field: readonly string[], code: string, message: string): void },
): MetafieldWrite[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown, index) => {
    const read = readMetafield(context, ownerId, one as Args, undefined);
    if (!isProblem(read)) return [read];
    problems.add(["metafields", String(index), ...read.field], read.code, read.message);
    return [];
  });
}

export function writeMetafields({ world, shop }: AdminContext, writes: readonly MetafieldWrite[]) {
  return writes.map((write) => putMetafield(world, shop, write));
}

function lengthProblem(field: string, value: string, shortest: number, longest: number) {
  const name = field === "key" ? "Key" : "Namespace";
  if (value.length < shortest) {
    return problem(field, "TOO_SHORT", `${name} is too short (minimum is ${shortest} characters)`);
  }
  return value.length > longest
    ? problem(field, "TOO_LONG", `${name} is too long (maximum is ${longest} characters)`)
    : undefined;
}

function problem(field: string, code: string, message: string): MetafieldProblem {
  return { field: [field], code, message };
}
