import type { Deps } from "#app/infra/deps.server.ts";

/** Three letters are what the indexes of what codes contain are made of. */
const CONTAINS_FROM = 3;

/**
 * Where codes that contain a text are: all made codes of the campaigns `named` so, since their prefix has it; those
 * that begin with one of `beginnings`, where the text runs from a prefix into what follows; and those that have it in
 * their tail, or in the whole of a code that was not made. Fewer than three letters are looked for as beginnings only.
 */
export type CodeText = {
  text: string;
  named: readonly string[];
  beginnings: readonly string[];
  isInside: boolean;
};

/** Null for an empty text. `text` is in upper case, as codes are compared. */
export async function findText(deps: Deps, shopId: number, text: string): Promise<CodeText | null> {
  const wanted = text.replaceAll("\0", "");
  if (wanted === "") return null;
  if (wanted.length < CONTAINS_FROM)
    return { text: wanted, named: [], beginnings: [wanted], isInside: false };
  const { rows } = await deps.database.pool.query<{ id: string; prefix: string }>(PREFIXES, [
    shopId,
  ]);
  const isNamed = ({ prefix }: { prefix: string }) => prefix.includes(wanted);
  const beginnings = rows
    .filter((campaign) => !isNamed(campaign))
    .flatMap(({ prefix }) => runningOver(prefix, wanted));
  return {
    text: wanted,
    named: rows.filter(isNamed).map(({ id }) => id),
    beginnings: [...new Set(beginnings)],
    isInside: true,
  };
}

/** How codes with this prefix begin when the text starts in the prefix and ends in the tail. */
function runningOver(prefix: string, text: string): string[] {
  const beginnings: string[] = [];
  for (let head = 1; head < text.length; head++) {
    if (prefix.endsWith(text.slice(0, head))) beginnings.push(prefix + text.slice(head));
  }
  return beginnings;
}

const PREFIXES =
  "SELECT id, code_prefix AS prefix FROM campaign WHERE shop_id = $1 AND code_prefix IS NOT NULL";

/** The ids of codes with the text in them, from each place at most `most`: SQL over the values before and its own. */
export function textSql(
  { text, named, beginnings, isInside }: CodeText,
  where: string,
  next: number,
  most: number,
): { sql: string; values: unknown[] } {
  const like = `%${likeText(text)}%`;
  const found = (from: string, condition: string) =>
    `(SELECT k.id FROM ${from} WHERE ${where} AND ${condition} LIMIT ${most})`;
  const begins = `SELECT k.* FROM unnest($${next}::text[]) AS b (start)
    CROSS JOIN LATERAL (SELECT * FROM code k WHERE k.shop_id = $1 AND k.code_key ~>=~ b.start
      AND k.code_key ~<~ (b.start || chr(1114111)) LIMIT ${most}) k`;
  const beginning = found(`(${begins}) k`, "true");
  if (!isInside) return { sql: beginning, values: [beginnings] };
  const ofNamed = `SELECT k.* FROM unnest($${next + 1}::uuid[]) AS g (id)
    CROSS JOIN LATERAL (SELECT * FROM code k WHERE k.shop_id = $1 AND k.campaign_id = g.id AND k.tail IS NOT NULL
      LIMIT ${most}) k`;
  const places = [
    beginning,
    found(`(${ofNamed}) k`, "true"),
    found("code k", `k.tail IS NOT NULL AND k.tail LIKE $${next + 2}`),
    found("code k", `k.tail IS NULL AND k.code_key LIKE $${next + 2}`),
  ];
  return { sql: places.join(" UNION "), values: [beginnings, named, like] };
}

/** What a person typed, with the signs that LIKE gives a meaning taken literally. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
