/** Where a list goes on that shows the newest first: after the row of this moment and id, both as PostgreSQL reads them. */
type TimeCursor = { ms: string; id: string; rest: string };

/** Later than all there are. */
const [LAST_MS, LAST_ID] = ["9999999999999", "9223372036854775807"];

/**
 * Reads "milliseconds-id", or "milliseconds-id-rest" where one id has several rows. None, and one that is not ours, mean
 * the first page.
 */
export function readTimeCursor(text: string | null): TimeCursor {
  const [, ms = LAST_MS, id = LAST_ID, rest = ""] =
    /^(\d{1,13})-(\d{1,18})(?:-(.{1,255}))?$/s.exec(text ?? "") ?? [];
  return { ms, id, rest };
}

/** A page of what a query gave that asked for one row more than `most`, and the cursor of the next page. */
export function timePageOf<Row extends { cursor: string }>(
  rows: readonly Row[],
  most: number,
): { rows: Omit<Row, "cursor">[]; next: string | null } {
  return {
    rows: rows.slice(0, most).map(({ cursor: _, ...row }) => row),
    next: rows.length > most ? (rows[most - 1]?.cursor ?? null) : null,
  };
}
