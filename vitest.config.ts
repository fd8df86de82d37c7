import { configDefaults, defineConfig } from "vitest/config";

// All times are for a machine that is busy with much else: a test waits for what it wants to see, and no longer.
const expect = { poll: { timeout: 60_000 } };

// Apart from vite.config.ts: the Remix plugin rewrites route modules for the browser, and tests want them as they are.
// Three kinds of tests: what needs nothing, what needs a database, and what needs the whole product running.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{domain,function,components,standin,support}/**/*.test.{ts,tsx}"],
          exclude: configDefaults.exclude,
          expect,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "database",
          include: ["test/{infra,outside,services,routes}/**/*.test.{ts,tsx}"],
          globalSetup: "test/support/database-server.ts",
          expect,
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
          // Each of these starts processes of its own: two cores hold one at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
