import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Verdict } from "#app/domain/signal/weigh-signals.ts";
import type { ListedFor } from "../directory/listed-for-orders.server.ts";
import type { PairedUses } from "../identity/limited-uses.server.ts";
import { exactOf, type ExactFlags, type JudgedUse } from "./find-scored-flags.server.ts";

/** An order's uses with what the signals made of each: `verdicts` of the first and of the further ones. */
export function judgedUses(
  { id, codes }: JudgedOrder,
  paired: PairedUses,
  [first = null, ...others]: readonly Verdict[],
  { exact, listed }: { exact: ExactFlags; listed: ListedFor | undefined },
): JudgedUse[] {
  const { use, furtherUses } = paired;
  const known = { orderId: id, codeKey: codes[0]?.key ?? "", listed };
  const own = { use, verdict: first, exact: exactOf(exact, id, use, paired), isFurther: false };
  const further = furtherUses.flatMap((each, at): JudgedUse[] => {
    if (!each) return [];
    const verdict = others[at] ?? null;
    return [
      { ...known, use: each, verdict, exact: exactOf(exact, id, each, paired), isFurther: true },
    ];
  });
  return [{ ...known, ...own }, ...further];
}
