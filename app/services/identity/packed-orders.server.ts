import { AT, KEYS, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { furtherOf, KEYS_BYTES, WORDS_BYTES, type StoredUse } from "./stored-order.server.ts";

/**
 * Stored orders in one row: each column a text with a space between, or the bytes of all one after the other in base64,
 * which is read in half the time of PostgreSQL's own hexadecimal. Null when there are none. A row an order costs several
 * times as much to read.
 */
export type PackedOrders = {
  ids: string | null;
  ats: string;
  clusters: string;
  scopes: string;
  words: string;
  keys: string;
  further: Record<string, StoredUse[]> | null;
};

/** An order that is compared, and its cluster as it is stored. */
export type PlacedOrder = { order: EncodedOrder; cluster: string };

/** The `PackedOrders` of what a query selects: the columns of `STORED`, and `cluster`. Their order stays. */
export function packedOf(query: string): string {
  return `
  SELECT string_agg(p.id, ' ') AS ids, string_agg(p.at::text, ' ') AS ats, string_agg(p.cluster, ' ') AS clusters,
    string_agg(COALESCE(p.scope, ''), ' ') AS scopes, encode(string_agg(p.words, ''), 'base64') AS words,
    encode(string_agg(p.keys, ''), 'base64') AS keys,
    jsonb_object_agg(p.id, p.further) FILTER (WHERE p.further IS NOT NULL) AS further
  FROM (${query}) p`;
}

export function unpackOrders({ ids, ...packed }: PackedOrders): PlacedOrder[] {
  if (ids === null) return [];
  const [ats, clusters, scopes] = [packed.ats, packed.clusters, packed.scopes].map((text) =>
    text.split(" "),
  ) as [string[], string[], string[]];
  const [words, keys] = [bytesFrom(packed.words), bytesFrom(packed.keys)];
  return ids.split(" ").map((id, place) => ({
    cluster: clusters[place]!,
    order: {
      ...{ id, at: Number(ats[place]), campaign: scopes[place] === "" ? null : scopes[place]! },
      words: new Int32Array(words, place * WORDS_BYTES, AT.end),
      keys: new Float64Array(keys, place * KEYS_BYTES, KEYS),
      further: packed.further?.[id]?.map(furtherOf) ?? [],
    },
  }));
}

/** In a buffer of their own: views of numbers need an address that their width divides. */
function bytesFrom(base64: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, "base64");
  if (byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength);
}
