import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { offeredTo } from "./verbs-of.ts";

type Asked = {
  onExport: (ids: readonly string[]) => void;
  onVerb: (verb: CodeVerb, codes: readonly CodeSummary[]) => void;
};

/** What can be done with the chosen codes: each thing with those it is offered for, by those who may. */
export function useBulkActions(chosen: readonly CodeSummary[], { onExport, onVerb }: Asked) {
  const shopify = useAppBridge();
  const { number } = useFormat();
  const { may } = useMay("campaign.edit");
  const retry = useVerb("Being sent to Shopify again");
  const [isDenied, setDenied] = useState(false);
  const refused = chosen.filter(({ state }) => state === "failed");
  const copy = () =>
    navigator.clipboard.writeText(chosen.map(({ code }) => code).join("\n")).then(
      () => {
        setDenied(false);
        const count = `${number(chosen.length)} ${plural(chosen.length, "code", "codes")}`;
        shopify.toast.show(`${count} copied, one a line`);
      },
      () => setDenied(true),
    );
  const again = {
    content: refused.length < chosen.length ? `Try ${number(refused.length)} again` : "Try again",
    disabled: retry.isBusy,
    onAction: () => retry.send("/app/codes/retry", { ids: refused.map(({ id }) => id).join(",") }),
  };
  const verbs = (["pause", "resume", "retire"] as const).flatMap((verb) => {
    const codes = offeredTo(verb, chosen);
    const some = codes.length < chosen.length ? ` ${number(codes.length)}` : "";
    const content = `${VERB_LABELS[verb]}${some} ${plural(codes.length, "code", "codes")}`;
    return codes.length > 0 ? [{ content, onAction: () => onVerb(verb, codes) }] : [];
  });
  return {
    refused: retry.refused,
    isDenied,
    actions: [
      { content: "Copy codes", onAction: () => void copy() },
      { content: "Export", onAction: () => onExport(chosen.map(({ id }) => id)) },
      ...(may && refused.length > 0 ? [again] : []),
    ],
    more: may ? verbs : [],
  };
}

const VERB_LABELS: Record<CodeVerb, string> = {
  pause: "Pause",
  resume: "Resume",
  retire: "Retire",
};
