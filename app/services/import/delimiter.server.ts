const DELIMITERS = ["\t", ";", ","] as const;

/** Excel's word for what parts the cells, on a line of its own before all others. */
const SEP = /^"?sep=([,;|\t])"?$/i;

/** What parts the cells of a text, by its beginning: what `sep=` says, else what the first line with any has most of. */
export function delimiterOf(start: string): string {
  const lines = start.split(/\r\n?|\n/);
  const said = SEP.exec(lines[0] ?? "")?.[1];
  if (said) return said;
  for (const line of lines) {
    // What is quoted parts nothing.
    const open = line.replace(/"[^"]*"/g, "");
    const count = (sign: string) => open.split(sign).length - 1;
    const [best] = DELIMITERS.filter((sign) => count(sign) > 0).sort((a, b) => count(b) - count(a));
    if (best) return best;
  }
  return ",";
}

/** Whether a row is Excel's word and no data. */
export function isSepRow({ line, cells }: { line: number; cells: readonly string[] }): boolean {
  return line === 1 && /^sep=[,;|\t]?$/i.test(cells[0] ?? "");
}
