import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { caseKey, type CaseKey } from "./case-keys.ts";

/** Listens to the keys of the pages of cases, for as long as the page is shown. */
export function useCaseKeys(onKey: (key: CaseKey) => void): void {
  const latest = useLatest(onKey);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = caseKey(event);
      if (!key) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [latest]);
}
