import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";

export type HolderAnswer = { ok: true; page: Page<CodeSummary> } | RefusalBody;

/**
 * The codes one person was given. Who it is never stands in an address, where logs, histories and links would keep
 * it: it is posted along with the filters that do, and forgotten with the page.
 */
export function useHolder(filters: string) {
  const fetcher = useFetcher<HolderAnswer>();
  const [holder, setHolder] = useState<string | null>(null);
  const submit = useLatest(fetcher.submit);
  const ask = useLatest((cursor: string) => {
    if (holder === null) return;
    const fields = { holder, query: filters, cursor };
    submit.current(fields, { method: "post", action: "/app/codes/holder" });
  });
  useEffect(() => ask.current(""), [holder, filters, ask]);
  const answer = holder === null ? undefined : fetcher.data;
  return {
    holder,
    find: (text: string) => setHolder(text.trim() || null),
    go: (cursor: string) => ask.current(cursor),
    page: answer && "ok" in answer ? answer.page : null,
    refused: answer && "refusal" in answer ? answer.refusal.message : null,
    isLoading: holder !== null && (fetcher.state !== "idle" || answer === undefined),
  };
}
