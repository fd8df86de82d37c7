import { readReplayArguments } from "./replay-arguments.ts";
import { replayFiles } from "./replay-files.ts";
import { stderrTeller } from "./stderr-teller.ts";

/*
 * `npm run replay`: runs a past stream of orders through the pipeline on a database that is thrown away, and writes a
 * report; see docs/replay.md. Ends with 0 when there is a report, 2 when something it was given is wrong, 1 when it
 * failed.
 */
const parsed = readReplayArguments(process.argv.slice(2));
if (parsed.ok) {
  process.exitCode = await replayFiles(parsed.paths, stderrTeller(process.stderr)).catch(
    (error: unknown) => {
      console.error(error);
      return 1;
    },
  );
} else {
  console.error(parsed.problem);
  process.exitCode = 2;
}
