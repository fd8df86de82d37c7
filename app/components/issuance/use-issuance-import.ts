import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { IssuanceImport } from "#app/domain/issuance/summary.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";

type Answer = ({ ok: true } & IssuanceImport) | RefusalBody;

const BROKEN = "The list did not arrive. It is still here: check your connection and try again.";

/** Sends a list and keeps what became of it until the next one. `problems`: beside which field what is wrong. */
export function useIssuanceImport(campaignId: string) {
  const { revalidate } = useRevalidator();
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problem[]>([]);
  const [result, setResult] = useState<IssuanceImport | null>(null);
  const send = async (channel: string, body: Blob) => {
    setBusy(true);
    setProblems([]);
    setResult(null);
    try {
      const answer = await post(campaignId, channel, body);
      if ("refusal" in answer)
        setProblems(
          answer.problems.length > 0
            ? answer.problems
            : [{ field: "file", message: answer.refusal.message }],
        );
      else {
        setResult(answer);
        if (answer.added > 0) revalidate();
      }
    } catch {
      setProblems([{ field: "file", message: BROKEN }]);
    } finally {
      setBusy(false);
    }
  };
  const problemOf = (field: "channel" | "file") =>
    problems.find((each) => each.field === field)?.message;
  return { isBusy, result, send, problemOf };
}

async function post(campaignId: string, channel: string, body: Blob): Promise<Answer> {
  const path = `/app/campaigns/${campaignId}/issued/import`;
  const answer = await fetch(`${path}?channel=${encodeURIComponent(channel)}`, {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body,
  });
  return (await answer.json()) as Answer;
}
