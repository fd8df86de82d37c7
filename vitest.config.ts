import { join } from "node:path";

import { configDefaults, defineConfig } from "vitest/config";

// What was compiled once is read again: every file of tests and every process they start loads the same modules.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, ".cache/compiled");

// All times are for a machine that is busy with much else: a test waits for what it wants to see, and no longer.
const expect = { poll: { timeout: 60_000 } };

// Apart from vite.config.ts: the Remix plugin rewrites route modules for the browser, and tests want them as they are.
// Three kinds of tests: what needs nothing, what needs a database, and what needs the whole product running.
// Two files at a time: vitest's own count leaves one core of two idle, and most tests wait for a process or a disk.
const maxWorkers = 2;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{domain,function,components,standin,support}/**/*.test.{ts,tsx}"],
          exclude: configDefaults.exclude,
          setupFiles: "test/support/quiet.ts",
          // Files share the modules they load: nothing here keeps anything in them, and loading took longer than most tests.
          isolate: false,
          expect,
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["test/{infra,outside,services,routes}/**/*.test.{ts,tsx}"],
          globalSetup: "test/support/database-server.ts",
          expect,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "flows",
          include: ["test/{flows,e2e}/**/*.test.ts"],
          globalSetup: "test/support/database-server.ts",
          expect,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers,
          // Each of these starts processes of its own, so they wait until the others are through.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
