import { createServer } from "node:net";

/**
 * Below what a system gives to connections by itself: a port from there may be taken by anybody's connection between
 * asking for it and listening on it, and again whenever what listens there is started anew.
 */
const FIRST = 20_000;
const COUNT = 10_000;

/** A port of this machine nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
