import { setPriority } from "node:os";

import { open, onEnd } from "./open.ts";
import { startWork } from "./work.ts";

/** Steps of priority below the web process: a third of its share where both want a whole processor. */
const BEHIND_THE_WEB = 5;

/*
 * The work without the pages. `npm start` runs one beside the web process; `npm run worker` does it alone, beside web
 * processes with BONAFIDE_PROCESS=web.
 */
const { deps, close } = await open({ works: true });
giveWay();
const work = await startWork(deps);
deps.log.info("The worker is up");

onEnd(async () => {
  await work.stop();
  await close();
});

/** Where processors are short, pages and webhooks are answered first: what is kept can wait a moment longer. */
function giveWay(): void {
  try {
    setPriority(BEHIND_THE_WEB);
  } catch (error) {
    deps.log.info({ err: error }, "The system leaves the worker's priority as it is");
  }
}
