import { useEffect, useState } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

/** Waits this long after the last key before asking the server. */
const PAUSE_MS = 300;

/** What stands in a search field, and the same handed on once the person stops typing. */
export function useTypedSearch(
  inAddress: string,
  search: (text: string) => void,
): { typed: string; type: (text: string) => void } {
  const [typed, setTyped] = useState(inAddress);
  const latest = useLatest(search);
  useEffect(() => {
    if (typed.trim() === inAddress) return;
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, inAddress, latest]);
  return { typed, type: setTyped };
}
