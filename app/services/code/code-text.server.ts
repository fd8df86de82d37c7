import type { Deps } from "#app/infra/deps.server.ts";

/** Three letters are what the indexes of what codes contain are made of. */
const CONTAINS_FROM = 3;

/**
 * Where codes that contain a text are: all made codes of the campaigns `named` so, since their prefix has it; those
 * that begin with one of `beginnings`, where the text runs from a prefix into what follows; and those that have it in
 * their tail, or in the whole of a code that was not made. Fewer than three letters are looked for as beginnings only:
 * of prefixes, and of `beginners`, the codes among which `beginnings` are looked for.
 */
export type CodeText = {
  text: string;
  named: readonly string[];
  beginnings: readonly string[];
  beginners: "all" | "not made";
  isInside: boolean;
};

/** Null for an empty text. `text` is in upper case, as codes are compared. */
export async function findText(deps: Deps, shopId: number, text: string): Promise<CodeText | null> {
  const wanted = text.replaceAll("\0", "");
  if (wanted === "") return null;
  const { rows } = await deps.database.pool.query<{ id: string; prefix: string }>(PREFIXES, [
    shopId,
  ]);
  if (wanted.length < CONTAINS_FROM) return beginningWith(rows, wanted);
  const isNamed = ({ prefix }: { prefix: string }) => prefix.includes(wanted);
  const beginnings = rows
    .filter((campaign) => !isNamed(campaign))
    .flatMap(({ prefix }) => runningOver(prefix, wanted));
  return {
    text: wanted,
    named: rows.filter(isNamed).map(({ id }) => id),
    beginnings: [...new Set(beginnings)],
    beginners: "all",
    isInside: true,
  };
}

/** Only where a prefix ends within the text have made codes to be looked at one by one. */
function beginningWith(campaigns: { id: string; prefix: string }[], text: string): CodeText {
  const isWithin = campaigns.some(({ prefix }) => prefix !== text && text.startsWith(prefix));
  const named = campaigns.filter(({ prefix }) => prefix.startsWith(text)).map(({ id }) => id);
  const whole = { text, beginnings: [text], isInside: false };
  return isWithin
    ? { ...whole, named: [], beginners: "all" }
    : { ...whole, named, beginners: "not made" };
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

/**
 * The ids of codes with the text in them, from each place at most `most`: SQL over the values before and its own. Those
 * of the campaigns named so are apart (null when there is no such place), since those have an order to be paged in.
 */
export function textSql(
  { text, named, beginnings, beginners, isInside }: CodeText,
  where: string,
  next: number,
  most: number,
): { named: string | null; others: string; values: unknown[] } {
  const found = (condition: string) =>
    `SELECT k.id FROM code k WHERE ${where} AND ${condition} LIMIT ${most}`;
  const each = (group: string, condition: string) =>
    `SELECT k.id FROM ${group} CROSS JOIN LATERAL (${found(condition)}) k LIMIT ${most}`;
  const made = beginners === "all" ? "" : " AND k.tail IS NULL";
  const beginning = each(
    `unnest($${next}::text[]) AS b (start)`,
    `k.code_key ~>=~ b.start AND k.code_key ~<~ (b.start || chr(1114111))${made}`,
  );
  const like = `LIKE $${next + 1}`;
  const inside = [
    found(`k.tail IS NOT NULL AND k.tail ${like}`),
    found(`k.tail IS NULL AND k.code_key ${like}`),
  ];
  const others = isInside ? [beginning, ...inside] : [beginning];
  const known = [beginnings, ...(isInside ? [`%${likeText(text)}%`] : [])];
  const ofNamed = each(
    `unnest($${next + known.length}::uuid[]) AS g (id)`,
    "k.campaign_id = g.id AND k.tail IS NOT NULL",
  );
  const isNamed = named.length > 0;
  return {
    named: isNamed ? ofNamed : null,
    others: others.map((place) => `(${place})`).join(" UNION "),
    values: [...known, ...(isNamed ? [named] : [])],
  };
}

/** The same as a condition of every row, for whoever reads them all or in order. Its one value is the text. */
export function hasTextSql({ isInside }: CodeText, place: number): string {
  return isInside ? `position($${place} IN k.code_key) > 0` : `k.code_key ^@ $${place}`;
}

/** What a person typed, with the signs that LIKE gives a meaning taken literally. */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
