import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ReplayReport } from "#app/domain/replay/report.ts";
import { readConfig } from "#app/services/replay/read-config.server.ts";
import { runReplay } from "#app/services/replay/run-replay.server.ts";
import { testDeps, type TestDeps } from "#test/support/test-deps.ts";

type Given = {
  config: string;
  /** Lines: text as it stands, anything else as JSON. */
  orders: readonly unknown[];
  refunds?: readonly unknown[];
  issued?: string;
  /** Messages worked off at once; all of them when absent. */
  atOnce?: number;
};

/** `bad`: lines left out, as "orders.jsonl:3: …". */
export type Replayed = { report: ReplayReport; bad: string[]; notes: string[] };

const NAMES = { orders: "orders.jsonl", refunds: "refunds.jsonl", issued: "issued.csv" };

/** Runs a replay on a database of its own. To be called outside of tests: the database is dropped after the file's last. */
export async function replay(given: Given): Promise<Replayed> {
  return replayOn(await testDeps({ now: "2027-01-01T00:00:00Z" }), given);
}

/** Runs a replay on a database that is empty. */
export async function replayOn(
  deps: TestDeps,
  { config, orders, refunds, issued, atOnce }: Given,
): Promise<Replayed> {
  const read = readConfig(config);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  const folder = await mkdtemp(join(tmpdir(), "replay-"));
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const lines = (values: readonly unknown[]) =>
    values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n");
  const bad: string[] = [];
  const notes: string[] = [];
  try {
    const report = await runReplay(
      deps,
      read.config,
      {
        orders: await write(NAMES.orders, lines(orders)),
        refunds: refunds ? await write(NAMES.refunds, lines(refunds)) : null,
        issued: issued === undefined ? null : await write(NAMES.issued, issued),
      },
      {
        bad: (file, line, reason) =>
          bad.push(`${file.slice(folder.length + 1)}:${line}: ${reason}`),
        note: (text) => notes.push(text),
        progress: () => undefined,
      },
      atOnce === undefined ? {} : { atOnce },
    );
    return { report, bad, notes };
  } finally {
    await rm(folder, { recursive: true });
  }
}
