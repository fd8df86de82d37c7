/** What names a leak alarm: its code, and the instant from which uses count to it, in ms since 1970. */
type LeakKey = { codeKey: string; countsFrom: Date };

/** As `LEAK_ID` writes it; null when it is none. */
export function readLeakId(id: string): LeakKey | null {
  const [, ms, codeKey] = /^(\d{1,13})\.(.{1,255})$/s.exec(id) ?? [];
  return ms && codeKey && !codeKey.includes("\0")
    ? { codeKey, countsFrom: new Date(Number(ms)) }
    : null;
}

/** Of an alarm `a`. */
export const LEAK_ID =
  "floor(extract(epoch FROM a.counts_from) * 1000)::bigint || '.' || a.code_key";

/**
 * The campaign whose code it was at the use it rang at, of an alarm `a`. One of before it was changed whom the campaign is for
 * has none: nobody could tell any more whom it rang for.
 */
export const LEAK_CAMPAIGN = `JOIN LATERAL (
    SELECT l.campaign_id FROM ledger_entry l
    WHERE l.shop_id = a.shop_id AND l.code_key = a.code_key AND l.effective_at <= a.rang_at AND l.campaign_id IS NOT NULL
    ORDER BY l.effective_at DESC, l.id DESC LIMIT 1
  ) u ON true
  JOIN campaign c ON c.shop_id = a.shop_id AND c.id = u.campaign_id
    AND (c.watched_since IS NULL OR a.rang_at >= c.watched_since)`;
