import { useLocation, useNavigate } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef, useState } from "react";
import { CASE_DECISION_LABELS } from "#app/domain/case/case.ts";
import { plural } from "#app/components/format/number.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { lastDecided, remember, settle, type JustDecided } from "./decided-before.ts";

export type { JustDecided };

/**
 * The decision before this page, to be taken back: by the banner's button, or by U, which goes on to the ones of this window
 * before it.
 */
export function useJustDecided() {
  const navigate = useNavigate();
  const shopify = useAppBridge();
  const location = useLocation();
  const { key, pathname, search } = location;
  const before = (location.state as { decided?: JustDecided } | null)?.decided ?? null;
  const [asked, setAsked] = useState<JustDecided | null>(null);
  const verb = useVerb(
    asked && asked.cases.length > 1 ? "Decisions taken back" : "Decision taken back",
  );
  useEffect(() => {
    if (before) remember(key, before);
  }, [key, before]);
  const finish = useLatest((isRefused: boolean) => {
    if (!asked) return;
    settle(asked);
    if (isRefused) return;
    const [only, more] = asked.cases;
    const to = only && !more ? `/app/review/${only.id}` : `${pathname}${search}`;
    navigate(to, {
      state: null,
      replace: more !== undefined,
      preventScrollReset: more !== undefined,
    });
  });
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !verb.isBusy) finish.current(verb.refused !== null);
    wasBusy.current = verb.isBusy;
  }, [verb.isBusy, verb.refused, finish]);
  const takeBack = (decided: JustDecided | null) => {
    if (verb.isBusy) return;
    if (!decided) return shopify.toast.show("Nothing to take back");
    setAsked(decided);
    const ids = decided.cases.map(({ id }) => id).join(",");
    verb.send("/app/review/undo", { ids, decision: decided.decision });
  };
  // Of an earlier one that cannot be taken back, the banner says which it is.
  const decided = verb.refused === null ? before : (asked ?? before);
  return {
    ...{ decided, isBusy: verb.isBusy, refused: verb.refused },
    undo: () => void takeBack(lastDecided()),
    undoShown: () => void takeBack(decided),
  };
}

export function UndoBanner({
  decided,
  undoShown,
  isBusy,
  refused,
}: ReturnType<typeof useJustDecided>) {
  if (!decided) return null;
  const { cases, decision, left } = decided;
  return (
    <Banner
      tone={refused === null ? "success" : "critical"}
      title={`${casesText(cases)}: ${CASE_DECISION_LABELS[decision]}`}
      action={{ content: "Undo (U)", onAction: undoShown, loading: isBusy }}
    >
      {refused ?? (left > 0 ? leftText(left) : null)}
    </Banner>
  );
}

/** By their numbers, as long as these are taken in at a glance. */
function casesText(cases: JustDecided["cases"]): string {
  if (cases.length > 6) return `${cases.length} cases`;
  const numbers = cases.map(({ number }) => number).sort((one, other) => one - other);
  return `${plural(cases.length, "Case", "Cases")} ${numbers.join(", ")}`;
}

function leftText(left: number): string {
  const which = plural(left, "1 case stays as it was", `${left} cases stay as they were`);
  return `${which}: decided meanwhile, or not to be decided like this.`;
}
