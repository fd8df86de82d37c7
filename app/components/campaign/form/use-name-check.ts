import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { useLatest } from "#app/components/frame/use-latest.ts";

/** What the live check says of a name. `position` counts from 1 in the trimmed name. */
type NameVerdict =
  | { ok: true; dimensions: { field: string; label: string; value: string }[]; warnings: string[] }
  | { ok: false; message: string; position: number; suggestions: string[] };

/** The verdict together with the name it speaks of: an answer that comes late must not be shown for another name. */
export type NameCheck = { name: string; verdict: NameVerdict };

const PAUSE_MS = 250;

/** Checks the name by its convention shortly after the last key. Null while there is nothing (yet) to say. */
export function useNameCheck(name: string, conventionId: string, isOn: boolean): NameCheck | null {
  const fetcher = useFetcher<NameCheck>();
  const load = useLatest(fetcher.load);
  const asked = name.trim();
  useEffect(() => {
    if (!isOn || asked === "" || conventionId === "") return;
    const query = new URLSearchParams({ name: asked, conventionId });
    const timer = setTimeout(() => load.current(`/app/campaigns/check-name?${query}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, conventionId, isOn, load]);
  const answer = fetcher.data;
  return isOn && answer && "verdict" in answer && answer.name === asked ? answer : null;
}
