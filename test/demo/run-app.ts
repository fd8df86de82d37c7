import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

export type RunningApp = { child: ChildProcess; url: string; stop(): Promise<void> };

export type AppSettings = {
  port: number;
  standinUrl: string;
  /** Where browsers and webhooks reach the app: the tunnel. */
  publicUrl: string;
  apiKey: string;
  apiSecret: string;
  scopes: string;
  dataFolder: string;
  logFile: string;
  databaseUrl?: string;
};

/** Starts the app as it runs in production, except that `*.myshopify.com` leads to the stand-in. */
export async function runApp(settings: AppSettings): Promise<RunningApp> {
  const log = createWriteStream(settings.logFile, { flags: "a" });
  const child = spawn(
    process.execPath,
    ["--import", "./test/standin/preload.ts", "app/server/main.ts"],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        STANDIN_URL: settings.standinUrl,
        SHOPIFY_API_KEY: settings.apiKey,
        SHOPIFY_API_SECRET: settings.apiSecret,
        SHOPIFY_APP_URL: settings.publicUrl,
        SCOPES: settings.scopes,
        PORT: String(settings.port),
        HOST: "127.0.0.1",
        BONAFIDE_DATA: settings.dataFolder,
        ...(settings.databaseUrl ? { DATABASE_URL: settings.databaseUrl } : {}),
      },
    },
  );
  let tail = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      log.write(chunk);
      tail = (tail + chunk.toString()).slice(-4_000);
    });
  }
  const url = `http://127.0.0.1:${settings.port}`;
  await healthy(child, url, () => tail);
  return { child, url, stop: () => stop(child) };
}

async function healthy(child: ChildProcess, url: string, tail: () => string): Promise<void> {
  for (let waited = 0; waited < 120_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`The app ended at its start:\n${tail()}`);
    const ok = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The app did not come up within two minutes:\n${tail()}`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
