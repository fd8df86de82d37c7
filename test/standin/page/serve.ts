import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { matchPath, type Route, type WebRequest, type WebResponse } from "./route.ts";

/**
 * Answers a request when one of the routes is meant; resolves to false, having touched nothing, when none is.
 * A handler that throws becomes a 500 with the message: whoever tests should see what the stand-in cannot do.
 */
export async function serveRoutes(
  routes: readonly Route[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const url = new URL(incoming.url ?? "/", "http://localhost");
  const found = find(routes, incoming.method ?? "GET", url.pathname);
  if (!found) return false;
  const request: WebRequest = {
    method: found.route.method,
    path: url.pathname,
    params: found.params,
    query: url.searchParams,
    headers: incoming.headers,
    body: await buffer(incoming),
    ip: (incoming.socket.remoteAddress ?? "").replace(/^::ffff:/, ""),
  };
  const response = await answer(found.route, request);
  outgoing.writeHead(response.status, toHeaders(response));
  outgoing.end(incoming.method === "HEAD" ? undefined : response.body);
  return true;
}

function find(routes: readonly Route[], method: string, path: string) {
  const wanted = method === "HEAD" ? "GET" : method;
  for (const route of routes) {
    if (route.method !== wanted) continue;
    const params = matchPath(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}

async function answer(route: Route, request: WebRequest): Promise<WebResponse> {
  try {
    return await route.handle(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const headers = { "content-type": "application/json; charset=utf-8" };
    return { status: 500, headers, body: JSON.stringify({ error: "standin", message }) };
  }
}

function toHeaders({ headers }: WebResponse): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === "string" ? value : [...value],
    ]),
  );
}
