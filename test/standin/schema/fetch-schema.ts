import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { readTar } from "./tar.ts";

/*
 * Shopify publishes the introspection of its APIs inside an npm package. As a dependency that package would bring the
 * whole Shopify CLI along, so only the two files needed are taken out of it, once, and kept in a git-ignored folder.
 */
const PACKAGE = "@shopify/dev-mcp@1.16.0";
const INTEGRITY =
  "sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==";
const FILES = {
  admin: "admin_2026-10.json.gz",
  discountFunction: "functions_discount_2026-10.json.gz",
} as const;

const repository = fileURLToPath(new URL("../../..", import.meta.url));
const cacheFolder = join(repository, ".cache", "shopify-schema");

export type SchemaFiles = Readonly<Record<keyof typeof FILES, string>>;

/** Where the schema files are: fetches them when they are not there yet. Several processes may do so at once. */
export async function fetchSchema(): Promise<SchemaFiles> {
  const files = Object.entries(FILES).map(([key, name]) => [key, join(cacheFolder, name)] as const);
  const missing = await Promise.all(files.map(([, path]) => isMissing(path)));
  if (missing.includes(true)) await fetchInto(cacheFolder);
  return Object.fromEntries(files) as SchemaFiles;
}

async function isMissing(path: string): Promise<boolean> {
  return access(path).then(
    () => false,
    () => true,
  );
}

async function fetchInto(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const archive = gunzipSync(await verified());
  const wanted = new Set<string>(Object.values(FILES));
  for (const { name, content } of readTar(archive)) {
    const file = name.replace("package/dist/data/", "");
    if (!wanted.delete(file)) continue;
    // Written beside and renamed: whoever reads at the same time sees a whole file or none.
    const draft = join(folder, `.${file}.${randomUUID()}`);
    await writeFile(draft, content);
    await rename(draft, join(folder, file));
  }
  if (wanted.size > 0) throw new Error(`${PACKAGE} holds no ${[...wanted].join(", ")}.`);
}

/** The package as published, checked against the hash above. */
async function verified(): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "shopify-schema-"));
  try {
    const packed = join(folder, await npmPack(folder));
    const archive = await readFile(packed);
    const hash = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
    if (hash !== INTEGRITY) {
      throw new Error(`${PACKAGE} came with another content than expected: ${hash}. Not used.`);
    }
    return archive;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs where package.json is, so that the user's own npm settings hold. */
async function npmPack(into: string): Promise<string> {
  const windows = process.platform === "win32";
  const run = promisify(execFile);
  const args = ["pack", PACKAGE, "--json", "--ignore-scripts", "--pack-destination", into];
  try {
    const { stdout } = await run(windows ? "npm.cmd" : "npm", args, {
      cwd: repository,
      shell: windows,
      maxBuffer: 16 * 1024 * 1024,
    });
    const [packed] = JSON.parse(stdout) as { filename: string }[];
    if (!packed) throw new Error("npm pack named no file.");
    // npm before 9 reports `@scope/name.tgz` but writes `scope-name.tgz`.
    return packed.filename.replace(/^@/, "").replace("/", "-");
  } catch (cause) {
    throw new Error(
      `Shopify's schema could not be fetched: "npm pack ${PACKAGE}" failed. It needs the npm registry once; ` +
        `after that everything works offline. Without a connection, copy ${Object.values(FILES).join(" and ")} ` +
        "from another checkout into .cache/shopify-schema/.",
      { cause },
    );
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const files = await fetchSchema();
  for (const path of Object.values(files)) console.log(path);
}
