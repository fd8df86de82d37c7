import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

const EVERY_MS = 15_000;

/** Loads the page's data again now and then: only while it is seen, and never before the last answer is there. */
export function usePoliteRefresh(): void {
  const revalidator = useRevalidator();
  const latest = useLatest(revalidator);
  useEffect(() => {
    const look = () => {
      if (!document.hidden && latest.current.state === "idle") latest.current.revalidate();
    };
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [latest]);
}
