import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";

/**
 * Puts the focus where the work is whenever a page is arrived at, unless somebody is somewhere already: what had the
 * focus is gone with the page before, and keys would start from nowhere.
 *
 * @param arrival changes with every arrival.
 */
export function useArrivalFocus(arrival: string, find: () => HTMLElement | null): void {
  const latest = useLatest(find);
  useEffect(() => {
    const active = document.activeElement;
    if (active && active !== document.body) return;
    focusOn(latest.current());
  }, [arrival, latest]);
}

/** Gives the focus also to what Tab passes by, such as a heading. */
export function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
