import { Banner } from "@shopify/polaris";
import { useState } from "react";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import { ChangeModal } from "#app/components/campaign/detail/schedule/change-modal.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { RetireModal } from "./retire-modal.tsx";
import { useCodeVerb } from "./use-code-verb.ts";

/** What is being asked for: retiring is confirmed first, and replacing needs a new code. */
type Asking =
  { verb: "retire"; codes: readonly CodeSummary[] } | { verb: "replace"; code: CodeSummary } | null;

/** Pausing, resuming, retiring and replacing codes, with what has to be asked and said. */
export function useCodeVerbs() {
  const [asking, setAsking] = useState<Asking>(null);
  const change = useCodeVerb();
  const close = () => setAsking(null);
  const idsOf = (codes: readonly CodeSummary[]) => codes.map(({ id }) => id);
  return {
    ask: (verb: CodeVerb | "replace", codes: readonly CodeSummary[]) => {
      const [code] = codes;
      if (verb === "replace") setAsking(code ? { verb, code } : null);
      else if (verb === "retire") setAsking({ verb, codes });
      else change.send(verb, idsOf(codes));
    },
    said: (
      <>
        <RefusedBanner title="Nothing was changed" message={change.refused} />
        {change.left ? (
          <Banner tone="warning" title="Some were left as they are">
            <p>{change.left}</p>
          </Banner>
        ) : null}
        {asking?.verb === "retire" ? (
          <RetireModal
            codes={asking.codes}
            onClose={close}
            onRetire={() => {
              close();
              change.send("retire", idsOf(asking.codes));
            }}
          />
        ) : null}
        {asking?.verb === "replace" ? (
          <ChangeModal
            campaignId={asking.code.campaign.id}
            kinds={["rotate"]}
            code={asking.code}
            isAlike
            at="now"
            onClose={close}
          />
        ) : null}
      </>
    ),
  };
}
