import { defaultTypeResolver, type GraphQLFieldResolver } from "graphql";
import type { AdminContext, Args } from "./context.ts";
import { accessDenied, tooManyInputs, unimplemented } from "./errors.ts";
import { missingRequirement } from "./scopes.ts";

/** Input arrays of any field (documented). */
const MAX_INPUT_ARRAY = 250;

/** One resolver for all fields: checks access, then takes the field from the view that stands for its parent. */
export const resolveField: GraphQLFieldResolver<unknown, AdminContext, Args> = (
  source,
  args,
  context,
  info,
) => {
  const parent = info.parentType.name;
  const missing = missingRequirement(context.required, context.token.scopes, {
    parent,
    name: info.fieldName,
    type: info.returnType,
  });
  if (missing) throw accessDenied(info.fieldName, missing.text);
  if (typeof source !== "object" || source === null || !Object.hasOwn(source, info.fieldName)) {
    throw unimplemented(`${parent}.${info.fieldName}`);
  }
  for (const value of Object.values(args)) {
    if (Array.isArray(value) && value.length > MAX_INPUT_ARRAY) {
      throw tooManyInputs(value.length, MAX_INPUT_ARRAY);
    }
  }
  const value = (source as Readonly<Record<string, unknown>>)[info.fieldName];
  const given = typeof value === "function" ? (value as (args: Args) => unknown)(args) : value;
  if (given === undefined) throw unimplemented(`${parent}.${info.fieldName} of this object`);
  return given;
};

export const resolveType = defaultTypeResolver;
