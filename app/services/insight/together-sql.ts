/**
 * One query that answers several, as a row with the rows of each under its name: a page then waits for the database once.
 * All have the same values. Rows come as JSON, so instants are text.
 */
export function togetherSql(questions: Readonly<Record<string, string>>): string {
  const answers = Object.entries(questions).map(
    ([name, sql]) => `COALESCE((SELECT jsonb_agg(to_jsonb(q)) FROM (${sql}) q), '[]') AS "${name}"`,
  );
  return `SELECT ${answers.join(",\n")}`;
}

/** A campaign whose codes can be used now. $1 shop, $2 now. */
export const RUNNING =
  "c.shop_id = $1 AND c.wanted = 'on' AND c.starts_at <= $2 AND (c.ends_at IS NULL OR c.ends_at > $2)";
