import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import * as typesPlugin from "@graphql-codegen/typescript";
import { buildClientSchema, parse, type IntrospectionQuery } from "graphql";
import prettier from "prettier";

import { allDocuments } from "./documents/all.ts";
import { schemaUsedBy } from "./schema-used-by.ts";

/*
 * Writes the types of our Admin API calls from Shopify's schema: `npm run codegen`. With `--check` it only says whether
 * the committed file is what it would write.
 */
const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "generated", "operations.ts");
const schemaFile = process.argv[2];
if (!schemaFile) throw new Error("Usage: codegen.ts SCHEMA.json.gz [--check]");

const stored = JSON.parse(gunzipSync(await readFile(schemaFile)).toString("utf8")) as
  IntrospectionQuery | { data: IntrospectionQuery };
const introspection = "data" in stored ? stored.data : stored;
const schema = buildClientSchema(introspection);
// By name, so that moving a call from file to file changes no types.
const sources = Object.entries(allDocuments)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, { document }]) => ({ document: parse(document) }));
const config = {
  onlyOperationTypes: true,
  skipTypename: true,
  useTypeImports: true,
  enumsAsTypes: true,
  avoidOptionals: { field: true, inputValue: false },
  scalars: { Decimal: "string", DateTime: "string", URL: "string", UnsignedInt64: "string" },
};
const used = schemaUsedBy(
  schema,
  sources.map((source) => source.document),
);
const parts = [
  await typesPlugin.plugin(used, sources, config),
  await operationsPlugin.plugin(schema, sources, config),
];
const output = parts
  .flatMap((part) => (typeof part === "string" ? [part] : [...(part.prepend ?? []), part.content]))
  .join("\n");
const text = await prettier.format(
  `// Written by "npm run codegen" from Shopify's Admin schema 2026-10. Do not edit.\n${output}`,
  { parser: "typescript", printWidth: 100 },
);

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== text) {
    console.error('The types of the Admin API calls are out of date. Run "npm run codegen".');
    process.exit(1);
  }
} else {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
}
