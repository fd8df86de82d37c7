import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { caseUrl } from "./list-query.ts";

type Taken = VerbAnswer & { id?: string | null };

/** Takes the next case nobody has, and goes there; says so where there is none, and goes to the whole queue. */
export function useTakeNext() {
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const fetcher = useFetcher<Taken>();
  const answered = useRef<Taken | undefined>(undefined);
  const answer = fetcher.data;
  useEffect(() => {
    if (answer === undefined || answered.current === answer) return;
    answered.current = answer;
    if (!("ok" in answer)) return;
    if (!answer.id) shopify.toast.show("No open case is left that nobody has");
    navigate(answer.id ? caseUrl(answer.id, "assignee=me") : "/app/review");
  }, [answer, navigate, shopify]);
  const isBusy = fetcher.state !== "idle";
  return {
    isBusy,
    refused: answer && "refusal" in answer ? answer.refusal.message : null,
    take: () => {
      if (!isBusy) fetcher.submit({}, { method: "post", action: "/app/review/next" });
    },
  };
}
