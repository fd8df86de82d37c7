/** What a child tells when it is done: how long it took and the most memory it ever held. */
export type Made = { codes: number; seconds: number; maxRssMb: number };

/** Runs in a child, whose argument is how many codes to make; none shows what the child costs idle. */
export function report(make: (count: number) => number): void {
  const count = Number(process.argv[2]);
  const start = process.hrtime.bigint();
  const codes = count === 0 ? 0 : make(count);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const made: Made = { codes, seconds, maxRssMb: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(made));
}
