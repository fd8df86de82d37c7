import { createReadStream } from "node:fs";

/** A line of a file by its number from 1, without its end. Of one that is too long there are no bytes. */
export type FileLine = { number: number; bytes: Buffer | null };

/** Bytes of the longest line: a webhook is a tenth of it at most. */
export const LONGEST_LINE = 16 * 1024 * 1024;

const LF = 10;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The lines of a file that have any text, one after the other: never more than a piece of it in memory. */
export async function* readLines(path: string): AsyncGenerator<FileLine> {
  let number = 1;
  let pieces: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer) => {
    length += piece.length;
    if (length > LONGEST_LINE) pieces = [];
    else pieces.push(piece);
  };
  const end = (): FileLine => {
    const bytes = length > LONGEST_LINE ? null : trimmed(Buffer.concat(pieces), number);
    const line = { number, bytes };
    [pieces, length, number] = [[], 0, number + 1];
    return line;
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      take(bytes.subarray(from, at));
      from = at + 1;
      const line = end();
      if (line.bytes?.length !== 0) yield line;
    }
    if (from < bytes.length) take(bytes.subarray(from));
  }
  const last = end();
  if (last.bytes?.length !== 0) yield last;
}

/** Without white space around it: lines may end with CR LF, and files begin with a mark of their encoding. */
function trimmed(bytes: Buffer, number: number): Buffer {
  const hasMark = number === 1 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK);
  let [from, to] = [hasMark ? 3 : 0, bytes.length];
  while (from < to && isBlank(bytes[from])) from += 1;
  while (to > from && isBlank(bytes[to - 1])) to -= 1;
  return bytes.subarray(from, to);
}

/** Space, tab or CR. */
function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 13;
}
