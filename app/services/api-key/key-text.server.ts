import { createHash } from "node:crypto";

import { KEY_PREFIX } from "#app/domain/access/api-key.ts";

const ID_BYTES = 16;
export const SECRET_BYTES = 32;
const TEXT = new RegExp(`^${KEY_PREFIX}([\\w-]{${((ID_BYTES + SECRET_BYTES) * 4) / 3}})$`);

/** A key as it is handed out: the prefix, then its id (to find it by) and its secret in one word. */
export function writeKey(id: string, secret: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), secret]);
  return KEY_PREFIX + bytes.toString("base64url");
}

/** What stands in a key; null for anything else. */
export function readKey(text: string): { id: string; secret: Uint8Array } | null {
  const word = TEXT.exec(text)?.[1];
  if (word === undefined) return null;
  const bytes = Buffer.from(word, "base64url");
  const hex = bytes.toString("hex", 0, ID_BYTES);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return { id, secret: bytes.subarray(ID_BYTES) };
}

/** A secret is 32 random bytes: one hash is enough to keep it by. */
export function hashOf(secret: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
