import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  isInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";

/** Filled by `../schema/fetch-schema.ts`. */
const CACHE = join(import.meta.dirname, "../../../.cache/shopify-schema");

/**
 * Inputs Shopify documents as "one of". The introspection file leaves the mark out, so it is put back here;
 * without it an output naming two operations in one object would pass.
 */
const ONE_OF = [
  "CartOperation",
  "DeliveryOperation",
  "ProductDiscountCandidateValue",
  "ProductDiscountCandidateTarget",
  "ProductDiscountCandidatePrerequisite",
  "OrderDiscountCandidateValue",
  "OrderDiscountCandidateTarget",
  "DeliveryDiscountCandidateValue",
  "DeliveryDiscountCandidateTarget",
  "Condition",
] as const;

const loaded = new Map<string, GraphQLSchema>();

/** The discount function schema of an API version, e.g. `2026-10`. Throws when the cache has not been filled. */
export function loadFunctionSchema(apiVersion: string): GraphQLSchema {
  const path = join(CACHE, `functions_discount_${apiVersion}.json.gz`);
  const known = loaded.get(path);
  if (known) return known;
  if (!existsSync(path)) {
    throw new Error(
      `No discount function schema for ${apiVersion}: run test/standin/schema/fetch-schema.ts`,
    );
  }
  const file = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as {
    data: IntrospectionQuery;
  };
  const schema = buildClientSchema(file.data);
  for (const name of ONE_OF) {
    const type = schema.getType(name);
    if (isInputObjectType(type)) type.isOneOf = true;
  }
  loaded.set(path, schema);
  return schema;
}

/** The type a target's output must have: the argument of the schema's mutation named after the target. */
export function resultTypeOf(schema: GraphQLSchema, target: string): GraphQLInputType {
  const field = target
    .split(/[.-]/)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  const fields = schema.getMutationType()?.getFields() ?? {};
  const result = fields[field]?.args.find(({ name }) => name === "result");
  if (!result) throw new Error(`The schema knows no target ${target}`);
  return result.type;
}
