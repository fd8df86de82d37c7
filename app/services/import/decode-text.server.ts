import type { ReadableStream as WebStream } from "node:stream/web";

import { MOST_BYTES } from "#app/domain/code/import.ts";
import { UnreadableFile } from "./unreadable-file.server.ts";

/**
 * The text of a file as it comes: UTF-16 where a byte-order mark says so, else UTF-8, without the mark.
 * @throws UnreadableFile when there is too much of it
 */
export async function* decodeText(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let start = new Uint8Array();
  let bytes = 0;
  for await (const chunk of body as unknown as WebStream<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new UnreadableFile("A file can have up to 128 MB. Split it in two.");
    if (decoder) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    // A mark may come in pieces.
    start = Buffer.concat([start, chunk]);
    if (start.length < 2) continue;
    decoder = new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
  }
  yield decoder ? decoder.decode() : new TextDecoder().decode(start);
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}
