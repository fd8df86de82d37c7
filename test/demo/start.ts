import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { removePostgresData } from "#app/infra/db/postgres-folders.server.ts";
import { buildIfStale } from "./build-if-stale.ts";
import { hasSavedWorld, keepWorld, readSavedWorld } from "./keep-world.ts";
import type { Options } from "./options.ts";
import { startProduct, type Product } from "./product.ts";

const root = join(import.meta.dirname, "../..");

export type Demo = Pick<Product, "standin" | "publicUrl" | "logFile" | "stop"> & {
  /** False when the shops of an earlier run are used on. */
  isNew: boolean;
  /** From now on the shops are kept for the next run. */
  keep(): void;
};

/** Builds what is stale and starts the stand-in, the tunnel and the app with its embedded database. */
export async function startDemo(options: Options, say: (text: string) => void): Promise<Demo> {
  await buildIfStale(say);
  const dataFolder = join(root, ".data", options.once ? `once-${process.pid}` : "demo");
  const isNew = prepareFolder(dataFolder, options);
  say("Starting the stand-in for Shopify, the app and its database");
  const product = await startProduct({
    port: options.port,
    seed: options.seed,
    dataFolder,
    ...(isNew ? {} : { fill: readSavedWorld(dataFolder) }),
  });
  const { standin, publicUrl, logFile } = product;
  let kept: { stop(): void } | null = null;
  return {
    standin,
    publicUrl,
    logFile,
    isNew,
    keep: () => (kept ??= keepWorld(standin.world, dataFolder)),
    async stop() {
      // Kept once more after the app's last word, before the stand-in goes.
      await product.stopApp();
      kept?.stop();
      await product.stop();
      if (!options.once) return;
      removePostgresData(dataFolder);
      rmSync(dataFolder, { recursive: true, force: true });
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
  removePostgresData(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(seedFile, String(options.seed));
  return true;
}
