import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { startTunnel } from "#test/standin/shell/tunnel.ts";
import { startStandin, type Standin } from "#test/standin/server.ts";
import { buildIfStale } from "./build-if-stale.ts";
import type { Options } from "./options.ts";
import { runApp, type RunningApp } from "./run-app.ts";

const root = join(import.meta.dirname, "../..");
const API_KEY = "bonafide-demo-key";
const API_SECRET = "bonafide-demo-secret";

export type Demo = { standin: Standin; app: RunningApp; publicUrl: string; stop(): Promise<void> };

/** Builds what is stale and starts the stand-in, the tunnel and the app with its embedded database. */
export async function startDemo(options: Options, say: (text: string) => void): Promise<Demo> {
  await buildIfStale(say);
  const dataFolder = join(root, ".data", options.once ? `once-${process.pid}` : "demo");
  // The stand-in's shops live in memory: a database from an earlier run would know orders that are nowhere.
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  say("Starting the stand-in for Shopify");
  const standin = await startStandin({
    port: options.port,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appDir: root,
    seed: options.seed,
  });
  const appPort = options.port === 0 ? await freePort() : options.port + 2;
  const tunnel = await startTunnel({
    port: options.port === 0 ? 0 : options.port + 1,
    appUrl: `http://127.0.0.1:${appPort}`,
    shellUrl: standin.url,
  });
  standin.setAppUrl(tunnel.url);
  say("Starting the app and its database");
  const app = await runApp({
    port: appPort,
    standinUrl: standin.url,
    publicUrl: tunnel.url,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    scopes: standin.world.config.scopes.join(","),
    dataFolder,
    logFile: join(dataFolder, "app.log"),
  });
  return {
    standin,
    app,
    publicUrl: tunnel.url,
    async stop() {
      await app.stop();
      await tunnel.close();
      await standin.stop();
      if (options.once) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
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
