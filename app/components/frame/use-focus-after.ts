import { useEffect, useRef } from "react";
import { focusOn } from "./use-arrival-focus.ts";
import { useLatest } from "./use-latest.ts";

/**
 * Gives the focus a place when what had it is gone or could not keep it: a dialog that closed, a button that waited, or was of
 * no more use. Whoever is somewhere stays there.
 *
 * @param moment changes whenever that may have come to pass; not the first time.
 */
export function useFocusAfter(moment: string, find: () => HTMLElement | null): void {
  const latest = useLatest(find);
  const before = useRef(moment);
  useEffect(() => {
    if (before.current === moment) return;
    before.current = moment;
    const active = document.activeElement;
    if (!active || active === document.body) focusOn(latest.current());
  }, [moment, latest]);
}
