import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "smol-toml";

/** One target of one function extension, as `shopify.extension.toml` declares it. */
export type FunctionTarget = {
  readonly target: string;
  /** Absolute path of the input query, undefined when the target asks for nothing. */
  readonly inputQueryPath: string | undefined;
  /** Exported function to call, kebab-case as in the toml. */
  readonly exportName: string | undefined;
};

export type FunctionManifest = {
  readonly handle: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly directory: string;
  /** The JavaScript that would be compiled to Wasm: named as `build.path`, `dist/function.js` by default. */
  readonly bundlePath: string;
  readonly targets: readonly FunctionTarget[];
  /** Metafield on the discount that fills the query's variables, when declared. */
  readonly variables: { readonly namespace: string; readonly key: string } | undefined;
};

const MANIFEST = "shopify.extension.toml";

/** Finds every function below `extensionsDir`, the way the CLI does: one toml a folder. */
export function discoverFunctions(extensionsDir: string): FunctionManifest[] {
  if (!existsSync(extensionsDir)) return [];
  return readdirSync(extensionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(extensionsDir, entry.name, MANIFEST))
    .filter((path) => existsSync(path))
    .flatMap((path) => readManifest(path));
}

/** Reads one toml; extensions of another type are left out. */
function readManifest(path: string): FunctionManifest[] {
  const directory = dirname(path);
  const document = asTable(parse(readFileSync(path, "utf8")));
  return tables(document["extensions"])
    .filter((extension) => extension["type"] === "function")
    .map((extension) => ({
      handle: text(extension, "handle", path),
      name: text(extension, "name", path),
      apiVersion: optionalText(extension["api_version"]) ?? text(document, "api_version", path),
      directory,
      bundlePath: join(directory, bundlePath(extension)),
      targets: tables(extension["targeting"]).map((targeting) => ({
        target: text(targeting, "target", path),
        inputQueryPath: inDirectory(directory, optionalText(targeting["input_query"])),
        exportName: optionalText(targeting["export"]),
      })),
      variables: readVariables(extension),
    }));
}

function readVariables(extension: Table): FunctionManifest["variables"] {
  const variables = asTable(asTable(extension["input"])["variables"]);
  const namespace = optionalText(variables["namespace"]);
  const key = optionalText(variables["key"]);
  return namespace !== undefined && key !== undefined ? { namespace, key } : undefined;
}

function bundlePath(extension: Table): string {
  const wasm = optionalText(asTable(extension["build"])["path"]) ?? "dist/function.wasm";
  return wasm.replace(/\.wasm$/, ".js");
}

type Table = Readonly<Record<string, unknown>>;

function asTable(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Table)
    : {};
}

function tables(value: unknown): Table[] {
  return Array.isArray(value) ? value.map(asTable) : [];
}

function optionalText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function text(table: Table, key: string, path: string): string {
  const value = optionalText(table[key]);
  if (value === undefined) throw new Error(`${path}: "${key}" is missing`);
  return value;
}

function inDirectory(directory: string, relative: string | undefined): string | undefined {
  return relative === undefined ? undefined : join(directory, relative);
}
