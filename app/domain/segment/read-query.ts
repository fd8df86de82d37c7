/**
 * A segment query as a tree. `about` is a condition on where customers live; `other` any condition
 * that says nothing of that.
 */
export type Query =
  | { kind: "and" | "or"; left: Query; right: Query }
  | { kind: "not"; of: Query }
  | { kind: "about"; attribute: string; contains: boolean; value: string }
  | { kind: "other" };

/** Attributes whose values begin with a country code: 'CA', 'CA-ON', 'CA-ON-Ottawa'. */
const PLACES = ["customer_countries", "customer_regions", "customer_cities"];

/** No person writes longer or deeper ones; what is, is not read. */
const TEXT_LIMIT = 10_000;
const DEPTH_LIMIT = 50;

type Token = { kind: "word" | "string"; text: string };

/**
 * Reads a query of Shopify's segment language; AND binds more tightly than OR. Null when its
 * structure is not understood: then nothing in it can be relied on.
 */
export function readQuery(text: string): Query | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  let at = 0;
  const word = (ahead = 0): string => {
    const token = tokens[at + ahead];
    return token?.kind === "word" ? token.text.toUpperCase() : "";
  };
  const ends = (ahead = 0) =>
    at + ahead >= tokens.length || ["AND", "OR", ")"].includes(word(ahead));

  const joined = (depth: number, kind: "and" | "or"): Query | null => {
    const part = () => (kind === "or" ? joined(depth, "and") : unit(depth));
    let query = part();
    while (query && word() === kind.toUpperCase()) {
      at++;
      const right = part();
      query = right && { kind, left: query, right };
    }
    return query;
  };

  const unit = (depth: number): Query | null => {
    if (depth > DEPTH_LIMIT) return null;
    if (word() === "NOT") {
      at++;
      const of = unit(depth + 1);
      return of && { kind: "not", of };
    }
    if (word() !== "(") return condition();
    at++;
    const inner = joined(depth + 1, "or");
    if (!inner || word() !== ")") return null;
    at++;
    return inner;
  };

  const condition = (): Query | null => {
    if (!/^[A-Z]/.test(word())) return null;
    const attribute = word().toLowerCase();
    const contains = word(1) === "CONTAINS";
    const value = contains ? 2 : word(1) === "NOT" && word(2) === "CONTAINS" ? 3 : 0;
    const wanted = value > 0 ? tokens[at + value] : undefined;
    if (PLACES.includes(attribute) && wanted?.kind === "string" && ends(value + 1)) {
      at += value + 1;
      return { kind: "about", attribute, contains, value: wanted.text };
    }
    return skipOther() ? { kind: "other" } : null;
  };

  /** A condition of another kind: up to the next AND or OR that is not its own. */
  const skipOther = (): boolean => {
    const from = at;
    let open = 0;
    let between = false;
    while (at < tokens.length) {
      if (word() === "(") open++;
      else if (word() === ")" && --open < 0) break;
      else if (open === 0 && word() === "BETWEEN") between = true;
      else if (open === 0 && ["AND", "OR"].includes(word())) {
        if (!between) break;
        between = false;
      }
      at++;
    }
    return open <= 0 && at - from > 1;
  };

  const query = joined(0, "or");
  return at === tokens.length ? query : null;
}

/** Words, parentheses and quoted strings; null when a quote never ends or there are comments. */
function tokensOf(text: string): Token[] | null {
  if (text.length > TEXT_LIMIT) return null;
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|'((?:[^'\\]|'')*)'|"([^"\\]*)"|([^\s()'"]+)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) return null;
    const [, parenthesis, single, double, plain] = match;
    const quoted = single ?? double;
    if (plain?.includes("--") || plain?.includes("/*")) return null;
    if (quoted !== undefined) tokens.push({ kind: "string", text: quoted });
    const bare = parenthesis ?? plain;
    if (bare !== undefined) tokens.push({ kind: "word", text: bare });
  }
  return tokens;
}
