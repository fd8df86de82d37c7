import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { fetchSchema } from "../schema/fetch-schema.ts";
import { giveScalarsTheirReaders } from "./scalars.ts";
import { readRequiredScopes, type RequiredScopes } from "./scopes.ts";

/** The version the schema file is of; the stand-in answers no other. */
export const API_VERSION = "2026-10";

export type AdminSchema = { readonly schema: GraphQLSchema; readonly required: RequiredScopes };

let loaded: Promise<AdminSchema> | undefined;

/** Shopify's own Admin schema, read once a process. */
export function loadAdminSchema(): Promise<AdminSchema> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<AdminSchema> {
  const { admin } = await fetchSchema();
  const file = JSON.parse(gunzipSync(await readFile(admin)).toString("utf8")) as {
    data: IntrospectionQuery;
    offline_scopes: { items: Parameters<typeof readRequiredScopes>[0] };
  };
  const schema = buildClientSchema(file.data, { assumeValid: true });
  giveScalarsTheirReaders(schema);
  return {
    schema,
    required: readRequiredScopes(file.offline_scopes.items),
  };
}
