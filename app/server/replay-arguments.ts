import { parseArgs } from "node:util";

export type ReplayPaths = {
  config: string;
  orders: string;
  refunds: string | null;
  issued: string | null;
  report: string;
};

const USAGE =
  "Usage: npm run replay -- --config promotions.yaml --orders orders.jsonl [--refunds refunds.jsonl] " +
  "[--issued issued.csv] --report report.json";

const OPTIONS = {
  config: { type: "string" },
  orders: { type: "string" },
  refunds: { type: "string" },
  issued: { type: "string" },
  report: { type: "string" },
} as const;

export function readReplayArguments(
  args: string[],
): { ok: true; paths: ReplayPaths } | { ok: false; problem: string } {
  const refuse = (problem: string) => ({ ok: false as const, problem: `${problem}\n${USAGE}` });
  try {
    const { values } = parseArgs({ args, options: OPTIONS });
    const { config, orders, refunds = null, issued = null, report } = values;
    if (config === undefined) return refuse("--config is missing: the campaigns to replay.");
    if (orders === undefined) return refuse("--orders is missing: the orders to replay.");
    if (report === undefined) return refuse("--report is missing: where to write the report.");
    return { ok: true, paths: { config, orders, refunds, issued, report } };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
