import { useLocation, useNavigate } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useEffect } from "react";
import { CASE_DECISION_LABELS, type CaseDecision } from "#app/domain/case/case.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** What was decided right before this page was shown. */
export type JustDecided = { id: string; number: number; decision: CaseDecision };

/** The decision before this page, to be taken back: by the button, or by U. */
export function useJustDecided() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { decided?: JustDecided } | null };
  const decided = state?.decided ?? null;
  const verb = useVerb("Decision taken back");
  useEffect(() => {
    if (verb.isDone && decided) navigate(`/app/review/${decided.id}`, { state: null });
  }, [verb.isDone, decided, navigate]);
  const undo = () => decided && !verb.isBusy && verb.send(`/app/review/${decided.id}/undo`);
  return { decided, undo, isBusy: verb.isBusy, refused: verb.refused };
}

export function UndoBanner({ decided, undo, isBusy, refused }: ReturnType<typeof useJustDecided>) {
  if (!decided) return null;
  return (
    <Banner
      tone={refused === null ? "success" : "critical"}
      title={`Case ${decided.number}: ${CASE_DECISION_LABELS[decided.decision]}`}
      action={{ content: "Undo (U)", onAction: undo, loading: isBusy }}
    >
      {refused}
    </Banner>
  );
}
