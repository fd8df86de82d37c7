import { constants } from "node:fs";
import { access, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { openThrowAwayDatabase } from "#app/infra/db/throw-away-database.server.ts";
import { UnreadableFile } from "#app/services/import/unreadable-file.server.ts";
import { readConfig } from "#app/services/replay/read-config.server.ts";
import type { Teller } from "#app/services/replay/teller.server.ts";
import type { ReplayPaths } from "./replay-arguments.ts";

/**
 * Reads the configuration, replays the files and writes the report, whole or not at all. What is wrong is told before
 * anything is started. @returns the exit code.
 */
export async function replayFiles(paths: ReplayPaths, teller: Teller): Promise<number> {
  const unusable = await unusablePath(paths);
  if (unusable !== null) {
    teller.note(unusable);
    return 2;
  }
  const read = readConfig(await readFile(paths.config, "utf8"));
  if (!read.ok) {
    for (const problem of read.problems) teller.note(`${paths.config}:${problem}`);
    return 2;
  }
  const started = performance.now();
  const [database, { openOfflineDeps }, { runReplay }] = await Promise.all([
    openThrowAwayDatabase(process.env.DATABASE_URL),
    // What the database starts without is loaded meanwhile.
    import("#app/infra/offline-deps.server.ts"),
    import("#app/services/replay/run-replay.server.ts"),
  ]);
  const deps = openOfflineDeps(database.url);
  let dropping: Promise<void> | null = null;
  // Whatever is under way fails then, so that nobody waits for it.
  const drop = () => (dropping ??= database.drop().finally(() => deps.close()));
  onInterrupt(drop);
  try {
    const report = await runReplay(deps, read.config, paths, teller);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    await writeWhole(paths.report, `${JSON.stringify(report, null, 2)}\n`);
    const { orders, redemptions, flags } = report;
    const counts = `orders ${orders}, redemptions ${redemptions}, flags ${flags.length}`;
    teller.note(`${paths.report}: ${counts}; ${seconds} s`);
    return 0;
  } catch (error) {
    // Somebody stopped it: that is what failed.
    if (dropping !== null) return 1;
    if (!(error instanceof UnreadableFile)) throw error;
    teller.note(`${paths.issued}: ${error.message}`);
    return 2;
  } finally {
    await drop();
  }
}

/** Nothing stays behind when a person stops it; there is no report then. */
function onInterrupt(drop: () => Promise<void>): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void drop().finally(() => process.exit(1)));
}

/** The first path that cannot be used, in words; null when all can. */
async function unusablePath(paths: ReplayPaths): Promise<string | null> {
  const { config, orders, refunds, issued, report } = paths;
  for (const [option, path] of Object.entries({ config, orders, refunds, issued })) {
    if (path === null) continue;
    const file = await stat(path).catch(() => null);
    const isReadable = file !== null && !file.isDirectory() && (await may(path, constants.R_OK));
    if (!isReadable) return `--${option}: ${path} is no file that can be read.`;
  }
  const folder = dirname(report);
  const isWritable = await may(folder, constants.W_OK);
  return isWritable ? null : `--report: ${folder} is no folder that can be written to.`;
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

/** A report is there whole or not at all, also when the disk is full. */
async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
