import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { NAMED_TERMS, type NameVerdict } from "#app/domain/naming/summary.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";

/** The verdict together with what it speaks of: an answer that comes late must not be shown for another name. */
export type NameCheck = { name: string; conventionId: string; verdict: NameVerdict };

const PAUSE_MS = 250;

/**
 * Checks the name by its convention, and against the terms it speaks of, shortly after the last key. Null while there
 * is nothing (yet) to say; while only the terms are being changed, what was said last stays.
 */
export function useNameCheck(values: CampaignForm, isOn: boolean): NameCheck | null {
  const fetcher = useFetcher<NameCheck>();
  const load = useLatest(fetcher.load);
  const name = values.name.trim();
  const { conventionId } = values;
  const terms = NAMED_TERMS.map((field) => [field, values[field]]);
  const query = new URLSearchParams([["name", name], ["conventionId", conventionId], ...terms]);
  const asked = isOn && name !== "" && conventionId !== "" ? query.toString() : "";
  useEffect(() => {
    if (asked === "") return;
    const timer = setTimeout(() => load.current(`/app/campaigns/check-name?${asked}`), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, load]);
  const answer = fetcher.data as NameCheck | undefined;
  const isAbout = answer?.name === name && answer.conventionId === conventionId;
  return asked !== "" && answer && "verdict" in answer && isAbout ? answer : null;
}
