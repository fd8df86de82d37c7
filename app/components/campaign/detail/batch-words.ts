import type { BatchSummary } from "#app/domain/code/batch.ts";
import { plural } from "#app/components/format/number.ts";

type Say = (value: number) => string;

/** Codes of it are still to come to Shopify. */
export function isUnderWay({ state, progress }: Pick<BatchSummary, "state" | "progress">): boolean {
  return state !== "cancelled" && progress.done < progress.total;
}

function codes(count: number, say: Say): string {
  return `${say(count)} ${plural(count, "code", "codes")}`;
}

/** What a batch is: "1,000,000 codes, made" or "1,200 codes, imported". */
export function batchTitle({ wanted, source }: BatchSummary, say: Say): string {
  return `${codes(wanted, say)}, ${source === "imported" ? "imported" : "made here"}`;
}

/** How far it is: counts first, then how fast, then how long. Nothing that is not known is said. */
export function batchSentence(batch: BatchSummary, say: Say): string {
  const { live, refused, wanted, state } = batch;
  const no = refused > 0 ? `, ${say(refused)} refused` : "";
  if (state === "cancelled") {
    const dropped = Math.max(0, wanted - live - refused);
    return `Stopped: ${codes(live, say)} in Shopify, ${say(dropped)} dropped${no}.`;
  }
  if (wanted === 0) return "None of its codes were made.";
  if (!isUnderWay(batch)) {
    return refused === 0 ? "All in Shopify." : `${say(live)} of ${say(wanted)} in Shopify${no}.`;
  }
  return `${[`${say(live)} of ${codes(wanted, say)} in Shopify${no}`, ...paceOf(batch.progress, say)].join(", ")}.`;
}

function paceOf({ perSecond, remainingSeconds }: BatchSummary["progress"], say: Say): string[] {
  return [
    ...(perSecond === null ? [] : [rateText(perSecond, say)]),
    ...(remainingSeconds === null ? [] : [remainingText(remainingSeconds, say)]),
  ];
}

/** "850 a second"; of a slow one "30 a minute", because "0 a second" would say that nothing happens. */
function rateText(perSecond: number, say: Say): string {
  if (perSecond >= 1) return `${say(Math.round(perSecond))} a second`;
  return `${say(Math.max(1, Math.round(perSecond * 60)))} a minute`;
}

/** Rounded up: better early than late. Hours go by halves. */
export function remainingText(seconds: number, say: Say): string {
  if (seconds < 60) return "less than a minute left";
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `about ${minutes} ${plural(minutes, "minute", "minutes")} left`;
  const hours = Math.ceil(seconds / 1_800) / 2;
  return `about ${say(hours)} ${plural(hours, "hour", "hours")} left`;
}

/** What stopping does, exactly, before it is done. */
export function stopConsequences({ live, refused, wanted }: BatchSummary, say: Say): string {
  const dropped = Math.max(0, wanted - live - refused);
  const gone = `the ${say(dropped)} not there yet ${plural(dropped, "is", "are")} dropped`;
  if (live === 0) return `None of these codes is in Shopify yet: ${gone}.`;
  const stay = `The ${codes(live, say)} already in Shopify ${plural(live, "stays and keeps", "stay and keep")} working`;
  return `${stay}; ${gone}.`;
}
