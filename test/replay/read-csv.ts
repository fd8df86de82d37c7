import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

import { parse } from "csv-parse/sync";

/** The rows of a compressed CSV file by its header's names. */
export function readCsv(path: string): Record<string, string>[] {
  return parse<Record<string, string>>(gunzipSync(readFileSync(path)), { columns: true });
}
