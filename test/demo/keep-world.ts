import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { restoreWorld, saveWorld } from "#test/standin/snapshot.ts";
import type { World } from "#test/standin/state.ts";

const EVERY_MS = 2_000;

/** Where a demo's shops are kept between runs, beside the app's database of the same run. */
function fileIn(dataFolder: string): string {
  return join(dataFolder, "world.bin");
}

export function hasSavedWorld(dataFolder: string): boolean {
  return existsSync(fileIn(dataFolder));
}

export function readSavedWorld(dataFolder: string): (world: World) => void {
  return (world) => restoreWorld(world, readFileSync(fileIn(dataFolder)));
}

/** Saves the world now and then, and when it is stopped. */
export function keepWorld(world: World, dataFolder: string): { stop(): void } {
  let last: Buffer = Buffer.alloc(0);
  const save = () => {
    const bytes = saveWorld(world);
    if (bytes.equals(last)) return;
    last = bytes;
    // Moved in place whole: a kill in mid-write leaves the one before.
    writeFileSync(`${fileIn(dataFolder)}.new`, bytes);
    renameSync(`${fileIn(dataFolder)}.new`, fileIn(dataFolder));
  };
  save();
  const timer = setInterval(save, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      save();
    },
  };
}
