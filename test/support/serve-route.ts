import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { afterAll } from "vitest";

import type { RouteModule } from "./routes.ts";

/**
 * One route without a page over HTTP, as the web process serves it: by express and Remix. Ends with the test file.
 * @returns where it is.
 */
export async function serveRoute(path: string, module: RouteModule): Promise<string> {
  const routes = { served: { id: "served", path, module } };
  const build = { routes, future: {}, assets: { routes: {} }, entry: { module: {} }, mode: "test" };
  const app = express();
  app.all("*", createRequestHandler({ build: build as unknown as ServerBuild, mode: "test" }));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
}
