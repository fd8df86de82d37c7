import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { RefusalBody, VerbAnswer } from "#app/routing/outcome-response.ts";
import { useFocusKept } from "./use-focus-kept.ts";
import { useLatest } from "./use-latest.ts";

/**
 * Sends a short form to its resource route. `errorOf` is what is wrong with a field of what was sent last; `refused` what
 * belongs to none; once it was carried out, `said` is shown and `onDone` called with what the route, which the
 * caller knows, answered.
 */
export function useFormVerb<T extends object = object>(
  said: string,
  fields: readonly string[],
  onDone: (answer: T) => void,
) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<VerbAnswer>();
  const answered = useRef<VerbAnswer | undefined>(undefined);
  const done = useLatest(onDone);
  const answer = fetcher.data;
  useEffect(() => {
    if (answer === undefined || answered.current === answer) return;
    answered.current = answer;
    if (!("ok" in answer)) return;
    shopify.toast.show(said);
    done.current(answer as object as T);
  }, [answer, said, shopify, done]);
  const refusal: RefusalBody | null = answer && "refusal" in answer ? answer : null;
  const general = refusal?.problems.filter(({ field }) => !fields.includes(field)) ?? [];
  const isBusy = fetcher.state !== "idle";
  useFocusKept(isBusy, refusal !== null);
  return {
    isBusy,
    errorOf: (field: string): string | false =>
      refusal?.problems.find((problem) => problem.field === field)?.message ?? false,
    refused:
      refusal === null
        ? null
        : refusal.problems.length === 0
          ? refusal.refusal.message
          : general.map(({ message }) => message).join(" ") || null,
    send: (path: string, form: Record<string, string>) =>
      fetcher.submit(form, { method: "post", action: path }),
  };
}
