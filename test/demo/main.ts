import { fillShop } from "./fill.ts";
import { runLoop } from "./loop.ts";
import { readOptions } from "./options.ts";
import { startDemo, type Demo } from "./start.ts";

const options = readOptions(process.argv.slice(2));
// With --once the standard output is for the JSON lines alone.
const say = (text: string) => console.error(text);

const demo = await startDemo(options, say).catch((error: unknown) => fail(error));
let ending = false;
const end = async (code: number) => {
  if (ending) process.exit(1);
  ending = true;
  await demo.stop();
  process.exit(code);
};

if (options.once) {
  await once(demo).catch(async (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    await end(1);
  });
  await end(0);
} else {
  process.on("SIGINT", () => void end(0));
  process.on("SIGTERM", () => void end(0));
  if (demo.isNew) await fill(demo).catch((error: unknown) => fail(error));
  demo.keep();
  invite(demo);
}

async function once({ standin, publicUrl }: Demo): Promise<void> {
  const where = {
    standinUrl: standin.url,
    appUrl: publicUrl,
    handle: "bonafide-demo",
    seed: options.seed,
  };
  await runLoop(where, (step) => console.log(JSON.stringify(step)));
}

async function fill({ standin, publicUrl }: Demo): Promise<void> {
  const where = { standinUrl: standin.url, appUrl: publicUrl, seed: options.seed };
  // Two shops with a code of the same name: nothing of one shows in the other.
  await fillShop({ ...where, handle: "bonafide-demo" }, 420, say);
  await fillShop({ ...where, handle: "second-shop" }, 120, say);
}

function invite({ standin, logFile }: Demo): void {
  const url = standin.url;
  console.log(`
Bonafide is ready.

  Admin        ${url}/store/bonafide-demo/apps/bonafide
  Storefront   ${url}/storefront/bonafide-demo
  Second shop  ${url}/store/second-shop/apps/bonafide
  Panel        ${url}/panel   (break things: faults, webhooks, the clock)

  Try: buy something with the code SUMMER26_FREESHIP, then try it again.
  The app's log is ${logFile.slice(process.cwd().length + 1)}. Ctrl-C ends the demo; the next run goes on where this one stopped (--reset starts afresh).
`);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
