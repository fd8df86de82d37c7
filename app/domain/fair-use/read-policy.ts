import type { Problem } from "../shared/outcome.ts";
import { policySchema } from "./policy.schema.ts";
import { MOST_RULES, type FairUsePolicy } from "./policy.ts";

/**
 * Reads a policy as the editor posts it.
 * Problems are named by "rules.1.minScore", counted from 0, as the editor shows them.
 */
export function readPolicy(
  posted: unknown,
): { ok: true; policy: FairUsePolicy } | { ok: false; problems: Problem[] } {
  const read = policySchema.safeParse(posted);
  if (read.success) return { ok: true, policy: read.data };
  const problems = read.error.issues.map(({ path }): Problem => {
    const names = path.filter((part) => !["when", "until"].includes(String(part)));
    const last = String(names.at(-1) ?? "");
    return { field: names.join("."), message: MESSAGES[last] ?? "Choose one of the given." };
  });
  return { ok: false, problems };
}

const MESSAGES: Record<string, string> = {
  rules: `Use at most ${MOST_RULES} rules.`,
  minScore: "Enter a score from 0 to 100%, such as 90 or 92.5.",
  minOrders: "Enter a whole number from 1 to 1,000.",
  earlierAbuse: "Enter a whole number from 0 to 100.",
  days: "Enter a whole number of days from 1 to 3,650.",
  memoryDays: "Enter a whole number of days from 1 to 3,650.",
};
