import { useEffect, useRef } from "react";
import { focusOn } from "./use-arrival-focus.ts";
import { useLatest } from "./use-latest.ts";

/**
 * Keeps the focus with whoever sends something: a button that was clicked, waits, or goes with what it was about, loses it
 * to the page. After a refusal the focus is at the first field that is wrong, else at the refusal; after that it went well,
 * and where nobody went on to something else, at what sent it, or at what is left around it.
 *
 * @param tries Changes with every try that was refused without being sent.
 */
export function useFocusKept(isBusy: boolean, isRefused: boolean, tries = 0): void {
  const sender = useRef<Element[]>([]);
  const latest = useLatest({ isBusy, isRefused });
  const before = useRef({ isBusy, tries });
  useEffect(() => {
    const isWaiting = () => latest.current.isBusy;
    const note = ({ target }: Event) => {
      if (!isWaiting() && target instanceof Element) sender.current = around(target);
    };
    document.addEventListener("click", note, { capture: true });
    return () => {
      document.removeEventListener("click", note, { capture: true });
      // What it was about is gone with the answer.
      if (isWaiting()) comeBack(sender.current);
    };
  }, [latest]);
  useEffect(() => {
    const { isBusy: wasBusy, tries: triedBefore } = before.current;
    before.current = { isBusy, tries };
    const isOver = (wasBusy && !isBusy) || tries !== triedBefore;
    if (!isOver) return;
    const wrong = latest.current.isRefused ? wrongNear(sender.current) : null;
    if (wrong && isStillThere(sender.current)) wrong.focus();
    else comeBack(sender.current);
  }, [isBusy, tries, latest]);
}

/** An element and all it stands in, the innermost first. */
function around(element: Element): Element[] {
  return [element, ...(element.parentElement ? around(element.parentElement) : [])];
}

/** Whether nobody went on to something else meanwhile: a dialog around it has the focus as well as the button itself. */
function isStillThere(path: readonly Element[]): boolean {
  const active = document.activeElement;
  return !active || active === document.body || path.includes(active);
}

/** The first wrong field, else the refusal, as near as can be to what sent it. */
function wrongNear(path: readonly Element[]): HTMLElement | null {
  const places = [...path.filter((each) => each.isConnected), document.body];
  const found = places.map(
    (place) =>
      place.querySelector<HTMLElement>("[aria-invalid=true]") ??
      place.querySelector<HTMLElement>("[data-refused] [tabindex]"),
  );
  return found.find((each) => each !== null) ?? null;
}

/** To the button or link, else to what is left of the page around it; another page has its own way. */
function comeBack(path: readonly Element[]): void {
  const active = document.activeElement;
  if (active && active !== document.body) return;
  const left = path.filter((each) => each.isConnected);
  const button = left.find((each) => each.matches("button, a[href]"));
  focusOn(asHtml(button ?? left.find((each) => each.closest(".Polaris-Page") !== null)));
}

function asHtml(element: Element | undefined): HTMLElement | null {
  return element instanceof HTMLElement ? element : null;
}
