import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { open, onEnd } from "#app/server/open.ts";
import { runWorker } from "#app/server/run-worker.ts";
import { handleWebhook } from "#app/server/webhooks.ts";

/* The app without its pages, as `npm start` runs it: the door for webhooks here, the work in a process beside. */
const { deps, close } = await open({ works: false });
const worker = runWorker(deps.database.url, deps.log);
const server = createServer((request, response) => void handleWebhook(deps, request, response));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
onEnd(async () => {
  server.close();
  server.closeAllConnections();
  await worker.stop();
  await close();
});
