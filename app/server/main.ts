import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express from "express";

import { open, onEnd } from "./open.ts";
import { runWorker } from "./run-worker.ts";
import { handleWebhook } from "./webhooks.ts";

/*
 * The web process: pages and webhooks; and (unless BONAFIDE_PROCESS=web) the process beside it that does the work.
 */
const root = join(import.meta.dirname, "../..");
const works = process.env.BONAFIDE_PROCESS !== "web";
const { deps, close } = await open({ works: false });
const build = (await import(join(root, "build/server/index.js"))) as ServerBuild;

const pages = express();
pages.disable("x-powered-by");
pages.set("trust proxy", true);
pages.get("/healthz", (_request, response) => {
  deps.database.pool.query("SELECT 1").then(
    () => response.type("text").send("ok"),
    () => response.status(503).type("text").send("no database"),
  );
});
// Built files carry their content's hash in their names: whoever has one never has to ask again.
pages.use(
  "/assets",
  express.static(join(root, "build/client/assets"), { immutable: true, maxAge: "1y" }),
);
pages.use(express.static(join(root, "build/client"), { maxAge: "1h" }));
pages.all("*", createRequestHandler({ build, mode: deps.env.NODE_ENV }));

const server = createServer((request, response) => {
  if (request.url?.split("?")[0] === "/webhooks") void handleWebhook(deps, request, response);
  else pages(request, response);
});
const worker = works ? runWorker(deps.database.url, deps.log) : null;
server.listen(deps.env.PORT, deps.env.HOST, () => {
  deps.log.info({ port: (server.address() as AddressInfo).port, works }, "Bonafide is up");
});

onEnd(async () => {
  server.close();
  server.closeIdleConnections();
  await worker?.stop();
  await close();
});
