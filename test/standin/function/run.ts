import { existsSync, readFileSync, statSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import type { FunctionFacts, MetafieldFact } from "./facts.ts";
import { buildInput, readInputQuery, type InputQuery } from "./input.ts";
import { byteLength, LIMITS } from "./limits.ts";
import type { FunctionManifest, FunctionTarget } from "./manifest.ts";
import { readOutput, type FunctionResult } from "./output.ts";
import type { AppNamespace } from "./resolvers.ts";
import { runInSandbox } from "./sandbox.ts";

/** Everything one run needs besides the facts of the checkout. */
export type RunRequest = {
  readonly manifest: FunctionManifest;
  readonly target: string;
  readonly schema: GraphQLSchema;
  readonly facts: FunctionFacts;
  readonly appNamespace: AppNamespace;
};

/** `failed` is what Shopify calls a function error: the checkout goes on without this function. */
export type RunResult = RunDetails &
  (
    | { readonly kind: "ok"; readonly result: FunctionResult }
    | { readonly kind: "failed"; readonly error: string }
  );

type RunDetails = {
  readonly input: unknown;
  readonly output: unknown;
  readonly ticks: number;
  readonly log: string;
};

const NOTHING: RunDetails = { input: undefined, output: undefined, ticks: 0, log: "" };

/** Builds the input, runs the bundle, checks its output. Only a broken stand-in throws. */
export async function runFunction(request: RunRequest): Promise<RunResult> {
  const { manifest, schema, facts } = request;
  const target = manifest.targets.find((candidate) => candidate.target === request.target);
  if (!target) return failed(NOTHING, `${manifest.handle} does not implement ${request.target}`);
  const query = queryOf(schema, target);
  if (query.kind === "refused") return failed(NOTHING, query.errors.join("; "));
  const variables = readVariables(manifest, facts.discount.metafields, request.appNamespace);
  const input = await buildInput(schema, query.document, facts, request.appNamespace, variables);
  if (input.kind === "failed") return failed(NOTHING, input.error);
  const asked = { ...NOTHING, input: JSON.parse(input.json) as unknown };
  if (!existsSync(manifest.bundlePath)) {
    return failed(asked, `${manifest.handle} has not been built: no ${manifest.bundlePath}`);
  }
  const ran = await runInSandbox({
    code: bundleOf(manifest.bundlePath),
    exportName: target.exportName,
    inputJson: input.json,
  });
  const log = truncate(ran.log);
  if (ran.kind === "failed") return failed({ ...asked, ticks: ran.ticks, log }, ran.error);
  const details = { ...asked, output: JSON.parse(ran.json) as unknown, ticks: ran.ticks, log };
  const output = readOutput(schema, request.target, ran.json, facts.cart.lines.length);
  return output.kind === "invalid"
    ? failed(details, output.errors.join("; "))
    : { kind: "ok", result: output.value, ...details };
}

function failed(details: RunDetails, error: string): RunResult {
  return { kind: "failed", error, ...details };
}

const queries = new Map<string, { readonly modified: number; readonly query: InputQuery }>();
const bundles = new Map<string, { readonly modified: number; readonly code: string }>();

// Both files may be rebuilt while the stand-in runs: a newer file is read again.
function queryOf(schema: GraphQLSchema, target: FunctionTarget): InputQuery {
  const path = target.inputQueryPath;
  if (path === undefined || !existsSync(path)) {
    return { kind: "refused", errors: [`${target.target} has no input query`] };
  }
  const modified = statSync(path).mtimeMs;
  const known = queries.get(path);
  if (known?.modified === modified) return known.query;
  const query = readInputQuery(schema, readFileSync(path, "utf8"));
  queries.set(path, { modified, query });
  return query;
}

function bundleOf(path: string): string {
  const modified = statSync(path).mtimeMs;
  const known = bundles.get(path);
  if (known?.modified === modified) return known.code;
  const code = readFileSync(path, "utf8");
  bundles.set(path, { modified, code });
  return code;
}

/** The metafield the toml names fills the query's variables; absent or unreadable, all of them are null. */
function readVariables(
  manifest: FunctionManifest,
  owned: readonly MetafieldFact[],
  appNamespace: AppNamespace,
): Readonly<Record<string, unknown>> {
  const named = manifest.variables;
  if (!named) return {};
  const namespace = appNamespace(named.namespace);
  const found = owned.find((field) => field.namespace === namespace && field.key === named.key);
  if (!found) return {};
  const value = JSON.parse(found.value) as unknown;
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function truncate(log: string): string {
  return byteLength(log) <= LIMITS.logBytes ? log : `${log.slice(0, LIMITS.logBytes)}…`;
}
