import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll } from "vitest";

import { buildIfStale } from "#test/demo/build-if-stale.ts";
import { fillShop } from "#test/demo/fill.ts";
import { startProduct, type Product } from "#test/demo/product.ts";
import { openTestDatabase } from "./database.ts";

export type DemoApp = Product & {
  /** The address of one of the app's pages inside the stand-in's admin. */
  admin(handle: string, path?: string): string;
  storefront(handle: string): string;
  /** Makes a shop's campaigns and some orders, as the demo does. */
  fill(handle: string, orders: number): Promise<void>;
};

const SEED = 5;

/**
 * The whole product on free ports with a database of this test file's own. To be called at the top of a test file;
 * ends with it.
 */
export async function openDemoApp(): Promise<DemoApp> {
  await buildIfStale((text) => console.error(text));
  const databaseUrl = await openTestDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), "bonafide-e2e-"));
  const product = await startProduct({ port: 0, seed: SEED, dataFolder, databaseUrl });
  afterAll(async () => {
    await product.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const { standin, publicUrl } = product;
  return {
    ...product,
    admin: (handle, path = "") => `${standin.url}/store/${handle}/apps/bonafide${path}`,
    storefront: (handle) => `${standin.url}/storefront/${handle}`,
    async fill(handle, orders) {
      const where = { standinUrl: standin.url, appUrl: publicUrl, handle, seed: SEED };
      await fillShop(where, orders, () => undefined);
    },
  };
}
