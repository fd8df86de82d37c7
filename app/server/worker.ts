import { open, onEnd } from "./open.ts";
import { startWork } from "./work.ts";

/*
 * The work without the pages. `npm start` runs one beside the web process; `npm run worker` does it alone, beside web
 * processes with BONAFIDE_PROCESS=web.
 */
const { deps, close } = await open({ works: true });
const work = await startWork(deps);
deps.log.info("The worker is up");

onEnd(async () => {
  await work.stop();
  await close();
});
