import { join } from "node:path";

import { startTunnel } from "#test/standin/shell/tunnel.ts";
import { startStandin, type Standin } from "#test/standin/server.ts";
import type { World } from "#test/standin/state.ts";
import { freePort } from "./free-port.ts";
import { runApp, type RunningApp } from "./run-app.ts";

const root = join(import.meta.dirname, "../..");
const API_KEY = "bonafide-demo-key";
const API_SECRET = "bonafide-demo-secret";

export type ProductSettings = {
  /**
   * The first of three neighbouring ports: the admin and the shops, the tunnel to the app, the app itself.
   * 0 takes free ones.
   */
  port: number;
  seed: number;
  /** Where the app's log goes, and its database unless `databaseUrl` names one. */
  dataFolder: string;
  databaseUrl?: string;
  /** What the stand-in's shops are; two seeded ones when left out. */
  fill?: (world: World) => void;
};

/** Stand-in, tunnel and app, each as they run for a person. */
export type Product = {
  standin: Standin;
  /** Where browsers and webhooks reach the app. */
  publicUrl: string;
  logFile: string;
  stopApp(): Promise<void>;
  startApp(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the whole product; what is built has to stand already. */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const { port, seed, dataFolder, databaseUrl, fill } = settings;
  const standin = await startStandin({
    port,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appDir: root,
    seed,
    ...(fill ? { fill } : {}),
  });
  const appPort = port === 0 ? await freePort() : port + 2;
  const tunnel = await startTunnel({
    port: port === 0 ? 0 : port + 1,
    appUrl: `http://127.0.0.1:${appPort}`,
    shellUrl: standin.url,
  });
  standin.setAppUrl(tunnel.url);
  const logFile = join(dataFolder, "app.log");
  const run = () =>
    runApp({
      port: appPort,
      standinUrl: standin.url,
      publicUrl: tunnel.url,
      apiKey: API_KEY,
      apiSecret: API_SECRET,
      scopes: standin.world.config.scopes.join(","),
      dataFolder,
      logFile,
      ...(databaseUrl ? { databaseUrl } : {}),
    });
  let app: RunningApp = await run();
  return {
    standin,
    publicUrl: tunnel.url,
    logFile,
    stopApp: () => app.stop(),
    async startApp() {
      app = await run();
    },
    async stop() {
      await app.stop();
      await tunnel.close();
      await standin.stop();
    },
  };
}
