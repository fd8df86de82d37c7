import { MOST_ROWS } from "#app/domain/code/import.ts";
import { CsvReader, LONGEST_ROW, type FileRow } from "./csv-reader.server.ts";
import { delimiterOf, isSepRow } from "./delimiter.server.ts";
import { decodeText } from "./decode-text.server.ts";
import { UnreadableFile } from "./unreadable-file.server.ts";

const ROWS_AT_ONCE = 10_000;

/**
 * The rows of a CSV, TSV or pasted text, a few at a time: never the whole file in memory. Cells are parted by comma,
 * semicolon or tab: what Excel's `sep=` says, else what the first line that has any has most of.
 * @throws UnreadableFile
 */
export async function* readRows(body: ReadableStream<Uint8Array>): AsyncGenerator<FileRow[]> {
  let batch: FileRow[] = [];
  let count = 0;
  for await (const rows of rowsOf(decodeText(body))) {
    const data = rows.filter((row) => !isSepRow(row));
    count += data.length;
    if (count > MOST_ROWS + 1)
      throw new UnreadableFile(`A file can have up to ${MOST_ROWS} rows. Split it in two.`);
    for (const row of data) batch.push(row);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* rowsOf(pieces: AsyncGenerator<string>): AsyncGenerator<FileRow[]> {
  const start = await startOf(pieces);
  const reader = new CsvReader(delimiterOf(start.slice(0, LONGEST_ROW)));
  yield reader.push(start);
  for await (const piece of pieces) yield reader.push(piece);
  yield reader.end();
}

/** As much as is looked at for the delimiter, however small the pieces are that it comes in. */
async function startOf(pieces: AsyncGenerator<string>): Promise<string> {
  let start = "";
  while (start.length < LONGEST_ROW) {
    const next = await pieces.next();
    if (next.done === true) break;
    start += next.value;
  }
  return start;
}
