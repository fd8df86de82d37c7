import { badRequest } from "../errors.ts";

/** Shopify's search syntax: terms joined by AND (also by nothing), OR, NOT or a minus, and parentheses. */
export type Search =
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "not"; readonly of: Search }
  | { readonly kind: "all" | "any"; readonly of: readonly Search[] };

/** `field` is undefined for a bare word. */
export type Term = {
  readonly field: string | undefined;
  readonly comparator: ":" | "<" | "<=" | ">" | ">=";
  readonly value: string;
};

type Token = { readonly kind: "(" | ")" | "AND" | "OR" | "NOT" } | { kind: "term"; term: Term };

export function parseSearch(query: string): Search {
  const tokens = tokenize(query);
  let at = 0;

  function any(): Search {
    const of = [all()];
    while (tokens[at]?.kind === "OR") {
      at += 1;
      of.push(all());
    }
    return of.length === 1 && of[0] ? of[0] : { kind: "any", of };
  }

  function all(): Search {
    const of: Search[] = [];
    for (;;) {
      const kind = tokens[at]?.kind;
      if (kind === "AND") at += 1;
      else if (kind === undefined || kind === "OR" || kind === ")") break;
      else of.push(one());
    }
    if (of.length === 0) throw badRequest(`Invalid search query '${query}'`);
    return of.length === 1 && of[0] ? of[0] : { kind: "all", of };
  }

  function one(): Search {
    const token = tokens[at];
    at += 1;
    if (token?.kind === "NOT") return { kind: "not", of: one() };
    if (token?.kind === "term") return { kind: "term", term: token.term };
    const inner = any();
    if (tokens[at]?.kind !== ")") throw badRequest(`Unbalanced parentheses in '${query}'`);
    at += 1;
    return inner;
  }

  const search = any();
  if (at < tokens.length) throw badRequest(`Unbalanced parentheses in '${query}'`);
  return search;
}

const VALUE = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|(?:[^\\s()"']|\\\\.)+`;
const TOKEN = new RegExp(
  `\\s*(?:([()])|(-)?(?:([a-z_][a-z_.]*):\\s*(<=|>=|<|>)?\\s*)?(${VALUE}))`,
  "gyi",
);

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const text = query.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw badRequest(`Invalid search query '${query}'`);
    const [, parenthesis, minus, field, comparator, raw = ""] = match;
    if (parenthesis === "(" || parenthesis === ")") tokens.push({ kind: parenthesis });
    else if (field === undefined && (raw === "AND" || raw === "OR" || raw === "NOT")) {
      tokens.push({ kind: raw });
    } else {
      if (minus !== undefined) tokens.push({ kind: "NOT" });
      const sign = (comparator ?? ":") as Term["comparator"];
      tokens.push({ kind: "term", term: { field, comparator: sign, value: unquote(raw) } });
    }
  }
  return tokens;
}

function unquote(raw: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(raw);
  return (quoted?.[2] ?? raw).replace(/\\(.)/g, "$1");
}
