import { runLoop } from "./loop.ts";
import { readOptions } from "./options.ts";
import { startDemo } from "./start.ts";

const options = readOptions(process.argv.slice(2));
// With --once the standard output is for the JSON lines alone.
const say = (text: string) => console.error(text);

const demo = await startDemo(options, say).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

if (options.once) {
  const where = { standinUrl: demo.standin.url, appUrl: demo.publicUrl, handle: "bonafide-demo", seed: options.seed };
  const code = await runLoop(where, (step) => console.log(JSON.stringify(step))).then(
    () => 0,
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    },
  );
  await demo.stop();
  process.exit(code);
}
