import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { startTunnel } from "#test/standin/shell/tunnel.ts";
import { startStandin, type Standin } from "#test/standin/server.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { hasSavedWorld, keepWorld, readSavedWorld } from "./keep-world.ts";
import type { Options } from "./options.ts";
import { runApp, type RunningApp } from "./run-app.ts";

const root = join(import.meta.dirname, "../..");
const API_KEY = "bonafide-demo-key";
const API_SECRET = "bonafide-demo-secret";

export type Demo = {
  standin: Standin;
  app: RunningApp;
  publicUrl: string;
  logFile: string;
  /** False when the shops of an earlier run are used on. */
  isNew: boolean;
  /** From now on the shops are kept for the next run. */
  keep(): void;
  stop(): Promise<void>;
};

/** Builds what is stale and starts the stand-in, the tunnel and the app with its embedded database. */
export async function startDemo(options: Options, say: (text: string) => void): Promise<Demo> {
  await buildIfStale(say);
  const dataFolder = join(root, ".data", options.once ? `once-${process.pid}` : "demo");
  const isNew = prepareFolder(dataFolder, options);
  say("Starting the stand-in for Shopify");
  const standin = await startStandin({
    port: options.port,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appDir: root,
    seed: options.seed,
    ...(isNew ? {} : { fill: readSavedWorld(dataFolder) }),
  });
  const appPort = options.port === 0 ? await freePort() : options.port + 2;
  const tunnel = await startTunnel({
    port: options.port === 0 ? 0 : options.port + 1,
    appUrl: `http://127.0.0.1:${appPort}`,
    shellUrl: standin.url,
  });
  standin.setAppUrl(tunnel.url);
  say("Starting the app and its database");
  const logFile = join(dataFolder, "app.log");
  const app = await runApp({
    port: appPort,
    standinUrl: standin.url,
    publicUrl: tunnel.url,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    scopes: standin.world.config.scopes.join(","),
    dataFolder,
    logFile,
  });
  let kept: { stop(): void } | null = null;
  return {
    standin,
    app,
    publicUrl: tunnel.url,
    logFile,
    isNew,
    keep: () => (kept ??= keepWorld(standin.world, dataFolder)),
    async stop() {
      await app.stop();
      kept?.stop();
      await tunnel.close();
      await standin.stop();
      if (options.once) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * A demo goes on where the last one stopped, if that one got as far as keeping its shops and had the same seed.
 * @returns whether it starts afresh.
 */
function prepareFolder(dataFolder: string, options: Options): boolean {
  const seedFile = join(dataFolder, "seed");
  const sameSeed = existsSync(seedFile) && readFileSync(seedFile, "utf8") === String(options.seed);
  if (sameSeed && !options.reset && hasSavedWorld(dataFolder)) return false;
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(seedFile, String(options.seed));
  return true;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
