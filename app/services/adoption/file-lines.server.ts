import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";

/** A file that sends nothing for so long has broken off. */
const SILENCE_MS = 60_000;
const NEWLINE = 10;

/** A line, and the byte behind it: where reading goes on after it. */
export type FileLine = { text: string; end: number };

/** The address is no longer good for the file. */
export class FileGone extends Error {}

/**
 * The lines of a file from a byte on, as they arrive: never more than a piece of the file is in memory.
 * @throws FileGone; AdminApiError, after which reading may go on behind the last line, when the file breaks off.
 */
export async function* fileLines(url: string, from: number): AsyncGenerator<FileLine[]> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  const decoder = new TextDecoder();
  try {
    const response = await fetch(url, {
      headers: from > 0 ? { range: `bytes=${from}-` } : {},
      signal: silence.signal,
    });
    if (response.status === 416) return;
    if (response.status === 403 || response.status === 400 || response.status === 404)
      throw new FileGone();
    if (!response.ok || !response.body) throw brokenOff(`status ${response.status}`);
    // A server that knows no ranges sends the whole file.
    let at = response.status === 206 ? from : 0;
    let rest = new Uint8Array();
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const chunk = read.value;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const bytes = rest.length === 0 ? chunk : joined(rest, chunk);
      const lines: FileLine[] = [];
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        const behind = at + end + 1;
        if (behind > from) {
          lines.push({ text: decoder.decode(bytes.subarray(start, end)), end: behind });
        }
        start = end + 1;
      }
      rest = bytes.slice(start);
      at += start;
      if (lines.length > 0) yield lines;
    }
    if (rest.length > 0) throw brokenOff("within a line");
  } catch (error) {
    if (error instanceof FileGone || error instanceof AdminApiError) throw error;
    throw brokenOff(error);
  } finally {
    clearTimeout(timer);
    // Whoever stops listening does not let the rest arrive.
    silence.abort();
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function brokenOff(cause: unknown): AdminApiError {
  return new AdminApiError("unavailable", "Shopify’s file of the codes broke off.", { cause });
}
