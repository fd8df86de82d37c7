import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { useFocusKept } from "./use-focus-kept.ts";

/**
 * Sends one verb to its resource route. `refused` is why it was not carried out, until the next try; `said` is shown
 * once it was. The page's data is loaded again by Remix either way.
 */
export function useVerb(said: string) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<VerbAnswer>();
  const answered = useRef<VerbAnswer | undefined>(undefined);
  const answer = fetcher.data;
  useEffect(() => {
    if (answer === undefined || answered.current === answer) return;
    answered.current = answer;
    if ("ok" in answer) shopify.toast.show(said);
  }, [answer, said, shopify]);
  const isBusy = fetcher.state !== "idle";
  const refused = answer !== undefined && "refusal" in answer ? answer.refusal.message : null;
  useFocusKept(isBusy, refused !== null);
  return {
    isBusy,
    isDone: answer !== undefined && "ok" in answer,
    refused,
    send: (path: string, fields: Record<string, string> = {}) =>
      fetcher.submit(fields, { method: "post", action: path }),
  };
}
