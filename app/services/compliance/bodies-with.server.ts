import type pg from "pg";

import { unpackBody } from "../intake/stored-body.server.ts";

/** Messages looked through in one statement. */
const PAGE = 500;

export type FoundBody = {
  id: string;
  topic: string;
  receivedAt: Date;
  text: string;
  /** It is not worked off yet. */
  isNew: boolean;
};

/**
 * The stored messages in which any of these words stands as text, whatever its capitals;
 * page by page, so that nobody waits.
 */
export async function* bodiesWith(
  pool: pg.Pool,
  shopId: number,
  words: readonly string[],
): AsyncGenerator<FoundBody[]> {
  const sought = words.filter((word) => word !== "").map((word) => word.toLowerCase());
  for (let after = "0"; ;) {
    const { rows } = await pool.query<Row>(PAGE_OF, [shopId, after, PAGE]);
    yield rows.flatMap(({ body, ...row }) => {
      const text = unpackBody(body).toString("utf8");
      const lower = text.toLowerCase();
      return sought.some((word) => lower.includes(word)) ? [{ ...row, text }] : [];
    });
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

type Row = Omit<FoundBody, "text"> & { body: Buffer };

/** By its number: by the text that is asked for, 10 would come before 9. */
const PAGE_OF = `
  SELECT m.id::text, m.topic, m.received_at AS "receivedAt", m.body, m.state = 'new' AS "isNew" FROM inbox_message m
  WHERE m.shop_id = $1 AND m.id > $2 AND m.body <> '' ORDER BY m.id LIMIT $3`;
