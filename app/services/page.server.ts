import type { Page } from "#app/domain/shared/outcome.ts";

export const PAGE_SIZE = 25;

/** Where a page begins: after (or, backwards, before) the row with this sort value and id. */
export type Cursor = { value: string; id: string; backwards: boolean };

/** Reads a cursor from an address; null for none and for one that is not ours, which then means the first page. */
export function readCursor(text: string | null): Cursor | null {
  if (!text) return null;
  try {
    const [direction, value, id] = JSON.parse(
      Buffer.from(text, "base64url").toString("utf8"),
    ) as unknown[];
    if (typeof value !== "string" || typeof id !== "string") return null;
    // PostgreSQL takes U+0000 in no text.
    if (`${value}${id}`.includes("\0")) return null;
    return { value, id, backwards: direction === "<" };
  } catch {
    return null;
  }
}

/** What a query asks for of rows with rising numbers for ids, newest first: one more than a page holds. */
export function newestById(cursor: Cursor | null) {
  const edge = cursor && /^\d{1,18}$/.test(cursor.id) ? BigInt(cursor.id) : null;
  return {
    where: edge === null ? {} : { id: cursor?.backwards ? { gt: edge } : { lt: edge } },
    orderBy: { id: cursor?.backwards ? ("asc" as const) : ("desc" as const) },
    take: PAGE_SIZE + 1,
  };
}

function cursorText(direction: "<" | ">", row: { sortValue: string; sortId: string }): string {
  return Buffer.from(JSON.stringify([direction, row.sortValue, row.sortId])).toString("base64url");
}

/**
 * Makes a page of what a query gave that asked for one row more than a page holds, backwards when the cursor says so.
 * Each row carries the text of its sort value and its id.
 */
export function pageOf<Row extends { sortValue: string; sortId: string }, T>(
  rows: readonly Row[],
  cursor: Cursor | null,
  total: number,
  show: (row: Row) => T,
): Page<T> {
  const more = rows.length > PAGE_SIZE;
  const shown = rows.slice(0, PAGE_SIZE);
  if (cursor?.backwards) shown.reverse();
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const hasNext = cursor?.backwards ? true : more;
  const hasPrevious = cursor ? (cursor.backwards ? more : true) : false;
  return {
    rows: shown.map(show),
    total,
    next: hasNext && last ? cursorText(">", last) : null,
    previous: hasPrevious && first ? cursorText("<", first) : null,
  };
}
