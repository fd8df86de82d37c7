import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Converted } from "./converted.ts";
import { completeJourney } from "./complete-journey.ts";
import { generated } from "./generated.ts";
import { onlineRetail } from "./online-retail.ts";

/*
 * node test/replay/main.ts complete-journey|online-retail|generated DATA OUT: makes of published data the files that
 * `npm run replay` takes, and prints what counting the data by hand gives. What came of it is in docs/replay.md.
 * `generated` makes the data up: DATA is then how many orders.
 */

const CONVERSIONS: Record<string, (folder: string) => Converted> = {
  "complete-journey": completeJourney,
  "online-retail": onlineRetail,
  generated,
};

const [name = "", data, out] = process.argv.slice(2);
const convert = CONVERSIONS[name];
if (convert && data !== undefined && out !== undefined) {
  const { promotions, orders, refunds, issued, expected } = convert(data);
  mkdirSync(out, { recursive: true });
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(join(out, file), lines.map((line) => `${line}\n`).join(""));
  // JSON is YAML, too.
  write("promotions.yaml", [JSON.stringify(promotions, null, 2)]);
  write(
    "orders.jsonl",
    orders.map((each) => JSON.stringify(each)),
  );
  write(
    "refunds.jsonl",
    refunds.map((each) => JSON.stringify(each)),
  );
  write("issued.csv", issued.length > 0 ? issued : ["campaign,customer_id"]);
  console.log(JSON.stringify(expected));
} else {
  console.error(`Usage: node test/replay/main.ts ${Object.keys(CONVERSIONS).join("|")} DATA OUT`);
  process.exitCode = 2;
}
