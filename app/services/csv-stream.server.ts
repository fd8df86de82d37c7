import { stringify } from "csv-stringify/sync";

export type CsvFile = { fileName: string; body: ReadableStream<Uint8Array> };

/**
 * A CSV file written while it is read: a byte-order mark, so that spreadsheets take it for UTF-8, a header, then the
 * rows as they come. Text a spreadsheet would run as a formula gets an apostrophe before it, which an import takes away.
 */
export function csvFile(
  fileName: string,
  header: readonly string[],
  pages: AsyncIterator<readonly (readonly (string | number)[])[], void>,
): CsvFile {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode("\uFEFF" + csvText([header]))),
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(csvText(value)));
    },
    cancel: async () => void (await pages.return?.()),
  });
  return { fileName, body };
}

function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows as (string | number)[][], { escape_formulas: true });
}
