import { limitsSchema } from "#app/domain/campaign/limit.schema.ts";
import type { TriedLimits } from "#app/domain/replay/history.ts";
import type { HistoryReplay } from "#app/infra/db/generated/client.ts";

/** What a question tries in place of its campaign's limits. */
export function triedLimitsOf({
  limits,
  second,
}: Pick<HistoryReplay, "limits" | "second">): TriedLimits {
  return {
    first: limitsSchema.parse(limits),
    second: second === null ? null : limitsSchema.parse(second),
  };
}
