import type { Anomaly } from "#app/domain/insight/watch.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";
import { dayPartUrl } from "./lines-url.ts";

/** The orders with which it ran high, of that code or of the whole campaign: its id says which (0: of all its codes). */
export function anomalyUrl(
  { id, campaign, at }: Pick<Anomaly, "id" | "campaign" | "at">,
  timeZone: string,
): string {
  const [, code = "0"] = id.split(".");
  const slice = code === "0" ? `campaign:${campaign.id}` : `code:${code}`;
  return dayPartUrl(slice, shopLocalMinute(at, timeZone).slice(0, 10), { quarter: at });
}
