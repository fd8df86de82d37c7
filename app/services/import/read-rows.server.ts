import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";

import { CsvError, parse } from "csv-parse";

import { MOST_BYTES, MOST_ROWS } from "#app/domain/code/import.ts";

/** One row of a file and the line it begins on. */
export type FileRow = { line: number; cells: string[] };

/** Why a file as a whole cannot be read, in words for the merchant. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/** No row of codes is longer; one that is means a quotation mark that is never closed. */
const LONGEST_ROW = 65_536;

/**
 * The rows of a CSV, TSV or pasted text, a few at a time: never the whole file in memory. Takes UTF-8 and UTF-16, a
 * byte-order mark, quoted cells, and comma, semicolon or tab, whichever the first line has most of.
 * @throws UnreadableFile
 */
export async function* readRows(body: ReadableStream<Uint8Array>): AsyncGenerator<FileRow[]> {
  const text = Readable.from(decoded(body));
  const first = await firstLine(text);
  const parser = text.pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(first),
      info: true,
      max_record_size: LONGEST_ROW,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  text.on("error", (error) => parser.destroy(error));
  let batch: FileRow[] = [];
  let count = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if ((count += 1) > MOST_ROWS + 1)
        throw new UnreadableFile(`A file can have up to ${MOST_ROWS} rows. Split it in two.`);
      // The parser says where a row ends; where its cells have line breaks it began before.
      const breaks = record.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
      batch.push({ line: info.lines - breaks, cells: record });
      if (batch.length === 10_000) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw readable(error);
  }
  if (batch.length > 0) yield batch;
}

function readable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const at = typeof error["lines"] === "number" ? ` near line ${String(error["lines"])}` : "";
  return new UnreadableFile(
    `A quotation mark${at} is never closed, so the rows after it cannot be told apart. Close or remove it.`,
  );
}

async function* decoded(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  for await (const chunk of body as unknown as WebStream<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new UnreadableFile("A file can have up to 128 MB. Split it in two.");
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** What a byte-order mark says, else UTF-8. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : "utf-8";
}

/** Looks at the first line and puts back what was read for it. */
async function firstLine(text: Readable): Promise<string> {
  let start = "";
  while (!start.includes("\n") && start.length < LONGEST_ROW) {
    const chunk = await nextChunk(text);
    if (chunk === null) break;
    start += chunk;
  }
  if (start !== "") text.unshift(start);
  return start.split("\n")[0] ?? "";
}

async function nextChunk(text: Readable): Promise<string | null> {
  for (;;) {
    const chunk = text.read() as string | null;
    if (chunk !== null) return chunk;
    if (text.readableEnded) return null;
    await new Promise<void>((resolve, reject) => {
      const settle = (act: () => void) => () => {
        text.off("readable", go).off("end", go).off("error", fail);
        act();
      };
      const go = settle(resolve);
      const fail = (error: Error) => settle(() => reject(error))();
      text.once("readable", go).once("end", go).once("error", fail);
    });
  }
}

function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  const [best = ","] = ["\t", ";", ","].sort((a, b) => count(b) - count(a));
  return count(best) > 1 ? best : ",";
}
