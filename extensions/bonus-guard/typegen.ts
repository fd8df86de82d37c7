import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, printSchema, type IntrospectionQuery } from "graphql";

/*
 * Writes generated/api.ts from the input query and the function schema. The schema comes from the
 * cache the tests fill, as schema.graphql, where Shopify CLI expects it when it builds.
 */
const directory = dirname(fileURLToPath(import.meta.url));
const cached = join(directory, "../../.cache/shopify-schema/functions_discount_2026-10.json.gz");
const schemaPath = join(directory, "schema.graphql");

if (existsSync(cached)) {
  const { data } = JSON.parse(gunzipSync(readFileSync(cached)).toString("utf8")) as {
    data: IntrospectionQuery;
  };
  writeFileSync(schemaPath, printSchema(buildClientSchema(data)));
} else if (!existsSync(schemaPath)) {
  throw new Error(`No function schema: ${cached} is missing. Run the tests once to fill it.`);
}

const cli = createRequire(import.meta.url).resolve("@graphql-codegen/cli");
const codegen = join(dirname(cli), "bin.js");
execFileSync(process.execPath, [codegen, "--config", "package.json"], {
  cwd: directory,
  stdio: "inherit",
});
