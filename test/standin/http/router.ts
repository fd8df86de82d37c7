import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** One HTTP request as a handler sees it. */
export type Call = {
  readonly method: string;
  readonly url: URL;
  /** Named parts of the pattern, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** The body, read whole. */
  body(): Promise<Buffer>;
  /** For what a plain answer cannot do (streams, broken connections). */
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
};

/** `"handled"`: the handler wrote to (or destroyed) `outgoing` itself. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Buffer;
    }
  | "handled";

export type Handler = (call: Call) => Answer | Promise<Answer>;

type Route = {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: Handler;
};

/**
 * Routes by method and path. A pattern's part `:name` takes one path part, a last part `*name` the rest (with its
 * slashes, may be empty). The first pattern registered wins.
 */
export class Router {
  readonly #routes: Route[] = [];

  on(method: "GET" | "POST" | "PUT" | "DELETE" | "*", pattern: string, handler: Handler): this {
    this.#routes.push({ method, parts: split(pattern), handler });
    return this;
  }

  /** `"method"`: the path is known, not with this method. */
  find(
    method: string,
    pathname: string,
  ): { handler: Handler; params: Record<string, string> } | "method" | undefined {
    const parts = split(pathname);
    let pathKnown = false;
    for (const route of this.#routes) {
      const params = matchParts(route.parts, parts);
      if (!params) continue;
      if (route.method === "*" || route.method === method || isHead(route.method, method))
        return { handler: route.handler, params };
      pathKnown = true;
    }
    return pathKnown ? "method" : undefined;
  }
}

function isHead(routeMethod: string, method: string): boolean {
  return routeMethod === "GET" && method === "HEAD";
}

function split(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    if (expected.startsWith("*")) {
      params[expected.slice(1)] = parts.slice(index).map(decode).join("/");
      return params;
    }
    const part = parts[index];
    if (part === undefined) return undefined;
    if (expected.startsWith(":")) params[expected.slice(1)] = decode(part);
    else if (expected !== part) return undefined;
  }
  return parts.length === pattern.length ? params : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

export function text(body: string, status = 200): Answer {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body };
}

/** The body as JSON; a handler that gets none, or broken JSON, is told `undefined`. */
export async function readJson(call: Call): Promise<unknown> {
  try {
    return JSON.parse((await call.body()).toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}
