import { defineConfig } from "vitest/config";

// Apart from vite.config.ts: the Remix plugin rewrites route modules for the browser, and tests want them as they are.
export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
  },
});
