/** Documented: what a mutation costs, and what no single query may exceed. */
const MUTATION = 10;
const DEAREST = 1_000;
/** Assumed of a list whose length is not said. */
const LONGEST_PAGE = 250;

type Level = { each: number; page: number };

/**
 * The cost a document asks for, before Shopify has told: each object one point, a connection one more and its nodes as
 * often as its page is long. Rather too high: of several fragments Shopify counts the dearest, this all of them.
 */
export function guessCost(
  kind: "query" | "mutation",
  document: string,
  variables: Record<string, unknown>,
): number {
  if (kind === "mutation") return MUTATION;
  let cost = 0;
  const levels: Level[] = [{ each: 1, page: 1 }];
  // The first opening brace is the operation's own.
  for (const [, head = "", sign] of document.slice(document.indexOf("{") + 1).matchAll(PIECES)) {
    const outer = levels.at(-1) ?? { each: 1, page: 1 };
    if (sign === "}") levels.pop();
    else {
      const [points, level] = open(head, outer, variables);
      cost += points;
      levels.push(level);
    }
  }
  return Math.min(DEAREST, Math.max(1, cost));
}

const PIECES = /([^{}]*)([{}])/g;
const PAGED = /\b(?:first|last|ids)\s*:\s*(?:(\d+)|\$(\w+))[^()]*\)[^()]*$/;

function open(head: string, outer: Level, variables: Record<string, unknown>): [number, Level] {
  const field = head.trimEnd();
  if (/\.\.\.(\s*on\s+\w+)?$/.test(field)) return [0, { ...outer }];
  if (/\bedges$/.test(field)) return [0, { each: outer.each * outer.page, page: 1 }];
  if (/\bnodes$/.test(field)) {
    const each = outer.each * outer.page;
    return [each, { each, page: 1 }];
  }
  const paged = PAGED.exec(field);
  if (!paged) return [outer.each, { each: outer.each, page: 1 }];
  const size = paged[1] ? Number(paged[1]) : sizeOf(variables[paged[2] ?? ""]);
  if (/\bids\s*:/.test(paged[0])) return [outer.each * size, { each: outer.each * size, page: 1 }];
  return [2 * outer.each, { each: outer.each, page: size }];
}

function sizeOf(variable: unknown): number {
  if (Array.isArray(variable)) return variable.length;
  return typeof variable === "number" ? variable : LONGEST_PAGE;
}
