import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

const EVERY_MS = 2_000;

/** Loads the page's data again every two seconds while something goes on and somebody looks. */
export function useRefreshWhile(goesOn: boolean): void {
  const revalidator = useRevalidator();
  const latest = useLatest(revalidator);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => {
      if (!document.hidden && latest.current.state === "idle") latest.current.revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [goesOn, latest]);
}
