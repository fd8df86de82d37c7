import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useState } from "react";
import { CASE_DECISIONS, type CaseDecision } from "#app/domain/case/case.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { caseUrl } from "./list-query.ts";
import type { JustDecided } from "./undo-banner.tsx";

/** Sends the decision, once, and goes on to the next case when it is made. */
export function useDecide({ summary }: CaseDetail, next: string | null, search: string) {
  const navigate = useNavigate();
  const fetcher = useFetcher<VerbAnswer>();
  const [sent, setSent] = useState<CaseDecision | null>(null);
  const answer = fetcher.data;
  const isDone = answer !== undefined && "ok" in answer && sent !== null;
  const isBusy = fetcher.state !== "idle" || isDone;
  useEffect(() => {
    if (!isDone) return;
    const cases = [{ id: summary.id, number: summary.number }];
    const decided = { cases, decision: sent, left: 0 } satisfies JustDecided;
    const list = `/app/review${search === "" ? "" : `?${search}`}`;
    navigate(next === null ? list : caseUrl(next, search), { state: { decided } });
    // What came next when it was sent; the answer loads this page anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDone]);
  const refusal = answer && "refusal" in answer ? answer : null;
  return {
    isBusy,
    refused: refusal && refusal.problems.length === 0 ? refusal.refusal.message : null,
    errorOf: (field: string): string | false =>
      refusal?.problems.find((problem) => problem.field === field)?.message ?? false,
    send: (form: Record<string, string>) => {
      if (isBusy) return;
      setSent(CASE_DECISIONS.find((each) => each === form["decision"]) ?? null);
      void fetcher.submit(form, { method: "post", action: `/app/review/${summary.id}` });
    },
  };
}
