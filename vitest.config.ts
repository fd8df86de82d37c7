import { join } from "node:path";

import { configDefaults, defineConfig } from "vitest/config";

import { LongestFirst } from "./test/support/longest-first.ts";

// What was compiled once is read again: every file of tests and every process they start loads the same modules.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, ".cache/compiled");

// All times are for a machine that is busy with much else: a test waits for what it wants to see, and no longer.
const expect = { poll: { timeout: 60_000 } };

// What leaves something behind in the process it runs in (a replaced module, a setting, work that is given up) has a
// process of its own. All others share one, and the modules it loaded: loading took longer than most tests.
const LEAVES_SOMETHING = [
  "test/infra/**/*.test.ts",
  "test/services/naming/learn.test.ts",
  "test/services/sync/{kill-*,mixed-faults}.test.ts",
];

// Apart from vite.config.ts: the Remix plugin rewrites route modules for the browser, and tests want them as they are.
// Three kinds of tests: what needs nothing, what needs a database, and what needs the whole product or a process of its
// own.
// Two files at a time: vitest's own count leaves one core of two idle, and most tests wait for a process or a disk.
const maxWorkers = 2;

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{domain,function,components,standin,support}/**/*.test.{ts,tsx}"],
          exclude: configDefaults.exclude,
          setupFiles: "test/support/quiet.ts",
          isolate: false,
          expect,
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["test/{outside,services,routes}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...LEAVES_SOMETHING],
          globalSetup: "test/support/database-server.ts",
          isolate: false,
          expect,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "flows",
          include: ["test/{flows,e2e}/**/*.test.ts", ...LEAVES_SOMETHING],
          globalSetup: "test/support/database-server.ts",
          expect,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers,
          // Most of these start processes of their own, so they wait until the others are through.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
