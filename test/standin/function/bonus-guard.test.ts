import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFunction } from "#guard/build.ts";
import { expect, it } from "vitest";
import { fetchSchema } from "../schema/fetch-schema.ts";
import { appNamespace, facts } from "./fixtures/facts.ts";
import { discoverFunctions } from "./manifest.ts";
import { runFunction } from "./run.ts";
import { loadFunctionSchema } from "./schema.ts";

await fetchSchema();

it("runs the app's own function, its query within Shopify's limits", async () => {
  const extensions = join(import.meta.dirname, "../../../extensions");
  const found = discoverFunctions(extensions).find(({ handle }) => handle === "bonus-guard");
  if (!found) throw new Error("There is no bonus-guard");
  const bundlePath = join(tmpdir(), `bonus-guard-${process.pid}.js`);
  await buildFunction(bundlePath);
  const result = await runFunction({
    manifest: { ...found, bundlePath },
    target: "cart.lines.discounts.generate.run",
    schema: loadFunctionSchema(found.apiVersion),
    facts: facts(),
    appNamespace,
  });
  expect(result).toMatchObject({ kind: "ok", result: { operations: [] } });
});
