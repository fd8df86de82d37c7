import { createHmac, randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BULK_FILE_DAYS } from "../../assumptions.ts";
import type { BulkFile, BulkOperation, World } from "../../state.ts";

/** Files are on the disk: a million lines are not to be in memory. They go with the stand-in. */
const folders = new WeakMap<World, string>();

/** Another one in every process: an address of an earlier one does not hold. */
const KEY = randomBytes(16);

export const BULK_PATH = "/bulk-operations/";

export function newBulkFile(world: World): BulkFile {
  const folder = folders.get(world) ?? newFolder(world);
  const name = `bulk-${randomBytes(8).toString("hex")}.jsonl`;
  const path = join(folder, name);
  closeSync(openSync(path, "w"));
  return { path, name, bytes: 0 };
}

export function appendLines(file: BulkFile, lines: readonly string[]): void {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  const handle = openSync(file.path, "a");
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
  closeSync(handle);
  file.bytes += bytes.length;
}

export function dropBulkFiles(world: World): void {
  const folder = folders.get(world);
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  folders.delete(world);
}

/** Where it can be fetched from, as long as its signature says. */
export function urlOf(world: World, { file, completedAt }: BulkOperation): string | undefined {
  if (!file || !completedAt || world.config.ownUrl === undefined) return undefined;
  const expires = String(Math.floor(expiryOf(completedAt).getTime() / 1_000));
  const query = new URLSearchParams({
    GoogleAccessId: "standin",
    Expires: expires,
    Signature: signatureOf(file.name, expires),
  });
  return `${world.config.ownUrl}${BULK_PATH}${file.name}?${query.toString()}`;
}

export function expiryOf(completedAt: Date): Date {
  return new Date(completedAt.getTime() + BULK_FILE_DAYS * 24 * 3_600_000);
}

export function signatureOf(name: string, expires: string): string {
  return createHmac("sha256", KEY).update(`${name} ${expires}`).digest("base64");
}

function newFolder(world: World): string {
  const folder = mkdtempSync(join(tmpdir(), "standin-bulk-"));
  folders.set(world, folder);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
