import { createServer } from "node:http";
import { flushCompileCache } from "node:module";
import type { AddressInfo } from "node:net";

import { open } from "#app/server/open.ts";
import { handleWebhook } from "#app/server/webhooks.ts";
import { startWork } from "#app/server/work.ts";

/*
 * The app's process without its pages, to be killed: webhooks, jobs, inboxes, standings. Everything is loaded and then
 * waits for "go", so that the next one is ready when one is killed.
 */
// A process that is killed writes nothing down at its end: what it compiled would be compiled anew by the next.
flushCompileCache();
await new Promise((resolve) => process.once("message", resolve));
const { deps } = await open({ works: true });
const server = createServer((request, response) => void handleWebhook(deps, request, response));
// The port is given: the stand-in goes on delivering to where the killed process listened.
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
await startWork(deps);
process.send?.({ works: true });
