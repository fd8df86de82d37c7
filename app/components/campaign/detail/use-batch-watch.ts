import { useState } from "react";
import type { BatchSummary } from "#app/domain/code/batch.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { batchSentence, batchTitle, isUnderWay } from "./batch-words.ts";

/** What to announce of batches that came to their end while the page was open; "" before. */
export function useBatchWatch(batches: readonly BatchSummary[]): string {
  const { number } = useFormat();
  const underWay = batches.filter(isUnderWay).map(({ id }) => id);
  const [before, setBefore] = useState(underWay);
  const [said, setSaid] = useState("");
  if (before.join() !== underWay.join()) {
    const ended = batches.filter(({ id }) => before.includes(id) && !underWay.includes(id));
    setBefore(underWay);
    if (ended.length > 0) {
      const sentences = ended.map(
        (one) => `${batchTitle(one, number)}: ${batchSentence(one, number)}`,
      );
      setSaid(sentences.join(" "));
    }
  }
  return said;
}
