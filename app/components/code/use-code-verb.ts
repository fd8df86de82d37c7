import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { plural } from "#app/components/format/number.ts";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Answer = { ok: true; count: number; left: string | null } | RefusalBody;

const SAID: Record<CodeVerb, [one: string, many: string]> = {
  pause: ["code is being paused", "codes are being paused"],
  resume: ["code is on its way back", "codes are on their way back"],
  retire: ["code is being retired", "codes are being retired"],
};

/** Does something to single codes. `left`: which of them were left as they are, and why. */
export function useCodeVerb() {
  const shopify = useAppBridge();
  const { number } = useFormat();
  const fetcher = useFetcher<Answer>();
  const verb = useRef<CodeVerb>("pause");
  const answered = useRef<Answer | undefined>(undefined);
  const answer = fetcher.data as Answer | undefined;
  useEffect(() => {
    if (answer === undefined || answered.current === answer) return;
    answered.current = answer;
    if ("ok" in answer)
      shopify.toast.show(`${number(answer.count)} ${plural(answer.count, ...SAID[verb.current])}`);
  }, [answer, shopify, number]);
  const isBusy = fetcher.state !== "idle";
  const refused = answer !== undefined && "refusal" in answer ? answer.refusal.message : null;
  useFocusKept(isBusy, refused !== null);
  return {
    isBusy,
    refused,
    left: answer !== undefined && "ok" in answer ? answer.left : null,
    send: (asked: CodeVerb, ids: readonly string[]) => {
      verb.current = asked;
      fetcher.submit({ ids: ids.join(",") }, { method: "post", action: `/app/codes/${asked}` });
    },
  };
}
