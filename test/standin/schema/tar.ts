/**
 * The files of an uncompressed tar archive, by name. Reads what npm writes (ustar, no long-name extensions for the
 * names asked for): enough to take two files out of a package without a package to do it.
 */
export function* readTar(archive: Buffer): Generator<{ name: string; content: Buffer }> {
  let at = 0;
  while (at + BLOCK <= archive.length) {
    const header = archive.subarray(at, at + BLOCK);
    const name = text(header, 0, 100);
    if (name === "") return;
    const prefix = text(header, 345, 155);
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (Number.isNaN(size)) throw new Error("This is not a tar archive.");
    const start = at + BLOCK;
    const isFile = header[156] === 0x30 || header[156] === 0;
    if (isFile) {
      yield {
        name: prefix === "" ? name : `${prefix}/${name}`,
        content: archive.subarray(start, start + size),
      };
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const BLOCK = 512;

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString("utf8")
    .trim();
}
