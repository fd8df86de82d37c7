import type { IncomingHttpHeaders } from "node:http";
import type { Html } from "./html.ts";

/** A request as page handlers see it. `params` are the parts of the path named `:x`, decoded. */
export type WebRequest = {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly ip: string;
};

export type WebResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
};

export type Route = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** `/storefront/:handle`; a last segment `*` takes the rest of the path as `params.rest`. */
  readonly path: string;
  readonly handle: (request: WebRequest) => WebResponse | Promise<WebResponse>;
};

export function page(body: string | Html, status = 200): WebResponse {
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return { status, headers, body: String(body) };
}

export function json(value: unknown, status = 200): WebResponse {
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  };
  return { status, headers, body: JSON.stringify(value) };
}

/** After a form: the browser gets the page with GET, so reloading does nothing twice. */
export function seeOther(location: string): WebResponse {
  return { status: 303, headers: { location }, body: "" };
}

export function script(body: string): WebResponse {
  const headers = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" };
  return { status: 200, headers, body };
}

export function withCookie(response: WebResponse, name: string, value: string): WebResponse {
  const cookie = `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax`;
  return { ...response, headers: { ...response.headers, "set-cookie": cookie } };
}

export function cookieOf(request: WebRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return decodeURIComponent(value.join("="));
  }
  return undefined;
}

export function formOf(request: WebRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString("utf8"));
}

/** The body as a JSON object; undefined when it is anything else. */
export function jsonOf(request: WebRequest): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(request.body.toString("utf8")) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Matches a path against a route's pattern; undefined when it is another's, or not a path at all. */
export function matchPath(
  pattern: string,
  path: string,
): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index];
    if (value === undefined) return undefined;
    if (part === "*" && index === wanted.length - 1) {
      params["rest"] = given.slice(index).join("/");
      return params;
    }
    const [, name, suffix = ""] = /^:(\w+)(\..+)?$/.exec(part) ?? [];
    if (name === undefined) {
      if (part !== value) return undefined;
      continue;
    }
    if (!value.endsWith(suffix) || value.length === suffix.length) return undefined;
    const decoded = decode(value.slice(0, value.length - suffix.length));
    if (decoded === undefined) return undefined;
    params[name] = decoded;
  }
  return wanted.length === given.length ? params : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
