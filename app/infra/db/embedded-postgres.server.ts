import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

import { postgresFolders } from "./postgres-folders.server.ts";

export type EmbeddedPostgres = {
  /** Connection string of the database `bonafide` as its owner. */
  url: string;
  /** Stops the server unless other programs still use it; an adopted server is left as it was found. */
  stop(): Promise<void>;
};

type Options = {
  /** Folder below `.data`; each name is a server of its own. */
  name?: string;
  /** Trade durability for speed: for tests only. */
  disposable?: boolean;
};

type Folders = ReturnType<typeof postgresFolders>;

const START_DEADLINE_MS = 30_000;
/** Dead rows are swept up seldom: a database that is thrown away soon is gone before they are many. */
const DISPOSABLE = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "autovacuum_naptime=5min",
];

/**
 * A quarter of the machine's memory for pages, as PostgreSQL's manual advises, and no more than shops fill; none of it is
 * taken before it is needed. Checkpoints come by the clock, not by what a busy minute writes.
 */
function lasting(): string[] {
  const megabytes = Math.floor(totalmem() / 4 / 2 ** 20);
  return [`shared_buffers=${Math.max(128, Math.min(1_024, megabytes))}MB`, "max_wal_size=2GB"];
}

/**
 * Starts the PostgreSQL that npm brought, or adopts the one an earlier process left running on the same data.
 * Two processes may call this at once: one starts the server, the other adopts it.
 */
export async function startEmbeddedPostgres(options: Options = {}): Promise<EmbeddedPostgres> {
  const folders = postgresFolders(options.name ?? "postgres");
  initialise(folders);
  const password = readFileSync(join(folders.data, PASSWORD_FILE), "utf8");
  const deadline = Date.now() + START_DEADLINE_MS;
  let started: number | undefined;
  while (Date.now() < deadline) {
    const running = readRunning(folders);
    if (running) {
      const url = connectionString(running.port, password);
      if (await answers(url))
        return { url, stop: () => stop(url, running.pid, running.pid === started) };
    } else {
      started = await launch(folders, options.disposable === true);
    }
    await sleep(100);
  }
  const log = join(folders.state, "postgres.log");
  throw new Error(
    `The embedded PostgreSQL did not start within ${START_DEADLINE_MS / 1000} s. Its log is ${log}:\n` +
      readFileSync(log, "utf8").split("\n").slice(-8).join("\n"),
  );
}

function connectionString(port: number, password: string): string {
  return `postgresql://bonafide:${password}@127.0.0.1:${port}/bonafide`;
}

const PASSWORD_FILE = "bonafide-password";

/** Makes the data folder aside and moves it in place whole, so neither a crash nor a second process sees half of it. */
function initialise(folders: Folders): void {
  if (existsSync(folders.data)) return;
  const fresh = `${folders.data}.${process.pid}`;
  const passwordFile = `${fresh}.password`;
  writeFileSync(passwordFile, randomBytes(18).toString("hex"), { mode: 0o600 });
  if (folders.account) chownSync(passwordFile, folders.account.uid, folders.account.gid);
  const result = spawnSync(
    binary(folders, "initdb"),
    [
      ["-D", fresh],
      ["-U", "bonafide"],
      ["-A", "scram-sha-256"],
      [`--pwfile=${passwordFile}`],
      ["--encoding=UTF8", "--locale=C"],
    ].flat(),
    { encoding: "utf8", cwd: folders.state, ...folders.account },
  );
  if (result.status !== 0) {
    throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  }
  renameSync(passwordFile, join(fresh, PASSWORD_FILE));
  try {
    renameSync(fresh, folders.data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folders.data)) throw error;
  }
}

function binary(folders: Folders, name: string): string {
  return join(folders.binaries, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

/** Process and port of a live server on this data folder, from the file it keeps; undefined when there is none. */
function readRunning(folders: Folders): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(folders.data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    process.kill(pid, 0);
    return port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

async function launch(folders: Folders, disposable: boolean): Promise<number | undefined> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    ...(disposable ? DISPOSABLE : lasting()),
  ];
  const log = openSync(join(folders.state, "postgres.log"), "a");
  const server = spawn(
    binary(folders, "postgres"),
    ["-D", folders.data, "-p", String(await freePort()), ...settings.flatMap((s) => ["-c", s])],
    // Detached: a kill of our process group must not take the database down in mid-write.
    { cwd: folders.state, detached: true, stdio: ["ignore", log, log], ...folders.account },
  );
  server.on("error", () => undefined);
  server.unref();
  const exited = new Promise<void>((done) => server.once("exit", () => done()));
  for (
    let waited = 0;
    waited < START_DEADLINE_MS && readRunning(folders)?.pid !== server.pid;
    waited += 50
  ) {
    // A loser of the start race exits at once: the winner is adopted by the caller's next look.
    if (await Promise.race([exited.then(() => true), sleep(50).then(() => false)]))
      return undefined;
  }
  return server.pid;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Whether the server takes our connection; makes the database when the server is new. */
async function answers(url: string): Promise<boolean> {
  const maintenance = new pg.Client({ connectionString: url.replace(/\/bonafide$/, "/postgres") });
  try {
    await maintenance.connect();
    const found = await maintenance.query("SELECT 1 FROM pg_database WHERE datname = 'bonafide'");
    if (found.rowCount === 0) await maintenance.query("CREATE DATABASE bonafide");
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Another process made the database between our two statements.
    if (code === "42P04" || code === "23505") return true;
    if (code === "28P01") {
      throw new Error(
        "A server on this data folder refuses our password. Stop it, or remove the .data folder.",
        {
          cause: error,
        },
      );
    }
    return false;
  } finally {
    await maintenance.end().catch(() => undefined);
  }
}

async function stop(url: string, pid: number, ours: boolean): Promise<void> {
  if (!ours || (await usedByOthers(url))) return;
  // SIGINT asks PostgreSQL for its "fast" shutdown: sessions are ended, everything committed is kept.
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000; waited += 50) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
}

async function usedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const others = await client.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() LIMIT 1",
    );
    return (others.rowCount ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
