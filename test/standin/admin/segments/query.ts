/** A condition of Shopify's segment query language, as far as the stand-in understands it. */
export type SegmentQuery =
  | { readonly kind: "and" | "or"; readonly of: readonly SegmentQuery[] }
  | { readonly kind: "not"; readonly of: SegmentQuery }
  | {
      readonly kind: "compare";
      readonly attribute: string;
      readonly operator: Operator;
      readonly value: string;
    };

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "CONTAINS";

export type ParsedQuery =
  | { readonly kind: "query"; readonly query: SegmentQuery }
  | { readonly kind: "invalid"; readonly message: string };

const TOKEN = /\s*(?:([()])|(<=|>=|!=|=|<|>)|('(?:[^'\\]|\\.)*')|([\w.+-]+))/gy;

/** Reads `customer_tags CONTAINS 'vip' AND number_of_orders >= 2`. AND binds closer than OR. */
export function parseSegmentQuery(source: string): ParsedQuery {
  const tokens = tokenize(source);
  if (!tokens) return invalid(source);
  let at = 0;
  const isWord = (word: string) => tokens[at]?.toUpperCase() === word;

  function or(): SegmentQuery | undefined {
    return chain("OR", "or", and);
  }

  function and(): SegmentQuery | undefined {
    return chain("AND", "and", condition);
  }

  function chain(word: string, kind: "and" | "or", part: () => SegmentQuery | undefined) {
    const of: SegmentQuery[] = [];
    do {
      if (of.length > 0) at += 1;
      const one = part();
      if (!one) return undefined;
      of.push(one);
    } while (isWord(word));
    const [only] = of;
    return of.length === 1 && only ? only : { kind, of };
  }

  function condition(): SegmentQuery | undefined {
    if (tokens?.[at] === "(") {
      at += 1;
      const inner = or();
      if (tokens[at] !== ")") return undefined;
      at += 1;
      return inner;
    }
    const attribute = tokens?.[at];
    at += 1;
    const negated = isWord("NOT");
    if (negated) at += 1;
    const operator = tokens?.[at]?.toUpperCase();
    const value = tokens?.[at + 1];
    at += 2;
    if (!attribute || !isOperator(operator) || value === undefined) return undefined;
    const compare = { kind: "compare", attribute, operator, value: unquote(value) } as const;
    return negated ? { kind: "not", of: compare } : compare;
  }

  const query = or();
  return query && at === tokens.length ? { kind: "query", query } : invalid(source);
}

function tokenize(source: string): string[] | undefined {
  const tokens: string[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    tokens.push(match[0].trim());
  }
  return tokens;
}

function isOperator(word: string | undefined): word is Operator {
  return word !== undefined && ["=", "!=", "<", "<=", ">", ">=", "CONTAINS"].includes(word);
}

function unquote(value: string): string {
  return value.startsWith("'") ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;
}

function invalid(source: string): ParsedQuery {
  return { kind: "invalid", message: `Query is invalid: ${source}` };
}
