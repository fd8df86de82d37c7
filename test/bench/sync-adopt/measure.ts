import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { withinLimit, type Figure, type Progress } from "../bench.ts";
import type { ReadResult } from "./reader-child.ts";

const DISCOUNTS = 5_000;
const CODES = 1_000_000;
const LIMIT_MB = 300;
/** Pages of 250 codes cost 252 points, of which the Standard plan gives 100 a second. */
const BY_PAGES = (250 / 252) * 100;

/**
 * Reading a store with a million codes, by one bulk operation: what memory it takes above rest, and codes a second from
 * the first byte of Shopify's file to the last row, beside what reading them by pages could reach at most.
 */
export async function measureAdoption(
  progress: Progress,
  size = { discounts: DISCOUNTS, codes: CODES },
): Promise<Figure[]> {
  progress(`adopting: filling a store with ${size.discounts} discounts and ${size.codes} codes`);
  const standin = child("standin-child.ts", {
    ...{ DISCOUNTS: String(size.discounts), CODES: String(size.codes) },
  });
  try {
    const { url, token } = await told<{ url: string; token: string }>(standin);
    progress("adopting: reading it");
    const reader = child("reader-child.ts", { STANDIN_URL: url, ID_TOKEN: token });
    const read = await told<ReadResult>(reader);
    await once(reader, "exit");
    const phases = Object.entries(read.seconds).map(
      ([name, s]) => `${name} ${s.toFixed(1)} s, ${above(read, name)} MB`,
    );
    progress(`adopting: ${read.discounts} discounts, ${read.codes} codes; ${phases.join(", ")}`);
    if (read.codes < size.codes) throw new Error(`Only ${read.codes} codes were read.`);
    const megabytes = (read.peakBytes - read.idleBytes) / 2 ** 20;
    const rate = read.codes / (read.seconds["downloading"] ?? Infinity);
    return [
      withinLimit("adopt_peak_mb", Math.round(megabytes), "MB above rest", LIMIT, LIMIT_MB),
      {
        ...{ metric: "adopt_codes_per_second", value: Math.round(rate), unit: "codes/s" },
        ...{ peer: "pages of 250 codes on the Standard plan", peerValue: Math.round(BY_PAGES) },
        ratio: Number((rate / BY_PAGES).toFixed(1)),
      },
    ];
  } finally {
    if (standin.connected) standin.disconnect();
  }
}

function above({ idleBytes, peaks }: ReadResult, phase: string): number {
  return Math.round(((peaks[phase] ?? idleBytes) - idleBytes) / 2 ** 20);
}

const LIMIT = "the limit set for it";

function child(file: string, environment: Record<string, string>): ChildProcess {
  return fork(join(import.meta.dirname, file), { env: { ...process.env, ...environment } });
}

/** What a child says first. @throws when it ends without a word. */
async function told<T>(process: ChildProcess): Promise<T> {
  const ended = once(process, "exit").then(([code]) => {
    throw new Error(`A process of the bench ended by itself (${code}).`);
  });
  const [message] = (await Promise.race([once(process, "message"), ended])) as [T];
  ended.catch(() => undefined);
  return message;
}
