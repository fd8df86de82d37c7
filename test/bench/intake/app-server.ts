import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { open, onEnd } from "#app/server/open.ts";
import { handleWebhook } from "#app/server/webhooks.ts";
import { startWork } from "#app/server/work.ts";

/* The app without its pages, in a process of its own: the door for webhooks and all the work behind it. */
const { deps, close } = await open({ works: true });
const work = await startWork(deps);
const server = createServer((request, response) => void handleWebhook(deps, request, response));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
onEnd(async () => {
  server.close();
  server.closeAllConnections();
  await work.stop();
  await close();
});
