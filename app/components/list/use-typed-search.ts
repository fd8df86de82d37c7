import { useEffect, useState } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

/** Waits this long after the last key before asking the server. */
const PAUSE_MS = 300;

/**
 * What stands in a search field, and the same handed on once the person stops typing. When the address changes for
 * another reason than that, the field follows it.
 */
export function useTypedSearch(
  inAddress: string,
  search: (text: string) => void,
): { typed: string; type: (text: string) => void } {
  const [typed, setTyped] = useState(inAddress);
  const [asked, setAsked] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  if (seen !== inAddress) {
    setSeen(inAddress);
    if (inAddress !== asked) setTyped(inAddress);
  }
  const latest = useLatest(search);
  useEffect(() => {
    const text = typed.trim();
    if (text === inAddress) return;
    const timer = setTimeout(() => {
      setAsked(text);
      latest.current(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, inAddress, latest]);
  return { typed, type: setTyped };
}
