import { MOST_SEGMENTS } from "../campaign/read-audience.ts";
import type { Items } from "../discount/terms.ts";
import type { FoundDiscount } from "./found-discount.ts";

/** Why a discount can be no campaign at all, in a sentence; null when it can. It is left untouched. */
export function whyNotOurs(found: FoundDiscount, guardId: string | null): string | null {
  if (found.id === guardId) return "This is Bonafide’s own guard, which holds limits at checkout.";
  if (found.kind === "app") return "Another app decides what it takes off.";
  if (found.method === "automatic") return "It is automatic: there is no code to type.";
  if (found.terms?.audience.kind === "markets") return "It is for certain markets.";
  if (found.subscriptionOnly) return "It is for subscriptions only.";
  if (!found.terms) return "It is of a kind that Bonafide does not know.";
  return null;
}

/** What of a discount a campaign cannot say, in a sentence; null when it can say all of it. */
export function whyUnsayable({ terms, codes }: FoundDiscount): string | null {
  if (!terms) return "It is of a kind that Bonafide does not know.";
  if (codes === 0) return "It has no codes.";
  const { audience, items, value } = terms;
  if (audience.kind === "segments" && audience.ids.length > MOST_SEGMENTS)
    return `It is for more than ${MOST_SEGMENTS} segments, which a campaign cannot be.`;
  if (isUnknown(items) || (value.kind === "buy_x_get_y" && isUnknown(value.buys.items)))
    return "It is on more products or collections than Bonafide can compare.";
  return null;
}

function isUnknown({ kind }: Items): boolean {
  return kind === "unknown";
}
