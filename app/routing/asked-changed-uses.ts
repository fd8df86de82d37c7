import { BECOMES, type ChangedChoice } from "#app/domain/replay/history.ts";
import { oneOf, textOf } from "./search-params.ts";

/** `?id=` is the question, `?side=` and `?becomes=` the number of its answer; without a side, all that changes. */
export function askedChangedUses(url: URL): { id: string; choice: ChangedChoice } {
  const side = oneOf(url, "side", ["changed", "first", "second"], "changed");
  const becomes = oneOf(url, "becomes", BECOMES, "refused");
  return { id: textOf(url, "id"), choice: side === "changed" ? side : { side, becomes } };
}
