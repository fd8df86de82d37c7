import { parseArgs } from "node:util";

export type Options = {
  /** Runs the closed loop without a person, prints it as JSON lines, and ends. */
  once: boolean;
  /**
   * The first of three neighbouring ports: the admin and the shops, the tunnel to the app, the app itself.
   * 0 takes free ones.
   */
  port: number;
  /** Forgets what an earlier demo left. */
  reset: boolean;
  /** Varies names, limits, prices and shoppers. */
  seed: number;
};

const USAGE = `npm run demo [-- OPTIONS]
  --once      run the closed loop without a person, one JSON object a line, then end
  --port N    the first of three ports (4400)
  --seed N    other names, limits, prices and shoppers (1)
  --reset     start afresh`;

/** Reads the command line; says what is wrong with it and ends the process. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        once: { type: "boolean", default: false },
        port: { type: "string" },
        seed: { type: "string", default: "1" },
        reset: { type: "boolean", default: false },
      },
    });
    // Run without a person, it takes free ports: several may run at once.
    const port = whole("--port", values.port ?? (values.once ? "0" : "4400"), 65_000);
    return {
      once: values.once,
      port,
      reset: values.reset,
      seed: whole("--seed", values.seed, 2 ** 31),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

function whole(name: string, text: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value < 0 || value > most) throw new Error(`${name} takes a whole number from 0 to ${most}.`);
  return value;
}
