import { useLocation, useNavigate } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { CASE_DECISION_LABELS, type CaseDecision } from "#app/domain/case/case.ts";
import { plural } from "#app/components/format/number.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** What was decided right before this page was shown: of one case, or of several alike. */
export type JustDecided = {
  cases: readonly { id: string; number: number }[];
  decision: CaseDecision;
  /** How many of those that were chosen stay as they were. */
  left: number;
};

/** The decision before this page, to be taken back: by the button, or by U. */
export function useJustDecided() {
  const navigate = useNavigate();
  const location = useLocation();
  const { pathname, search } = location;
  const decided = (location.state as { decided?: JustDecided } | null)?.decided ?? null;
  const verb = useVerb(
    decided && decided.cases.length > 1 ? "Decisions taken back" : "Decision taken back",
  );
  const asked = useRef<JustDecided | null>(null);
  useEffect(() => {
    // What was taken back before is done, too.
    if (!verb.isDone || !decided || asked.current !== decided) return;
    const [only, more] = decided.cases;
    const to = only && !more ? `/app/review/${only.id}` : `${pathname}${search}`;
    navigate(to, {
      state: null,
      replace: more !== undefined,
      preventScrollReset: more !== undefined,
    });
  }, [verb.isDone, decided, navigate, pathname, search]);
  const undo = () => {
    if (!decided || verb.isBusy) return;
    asked.current = decided;
    verb.send("/app/review/undo", { ids: decided.cases.map(({ id }) => id).join(",") });
  };
  return { decided, undo, isBusy: verb.isBusy, refused: verb.refused };
}

export function UndoBanner({ decided, undo, isBusy, refused }: ReturnType<typeof useJustDecided>) {
  if (!decided) return null;
  const { cases, decision, left } = decided;
  return (
    <Banner
      tone={refused === null ? "success" : "critical"}
      title={`${casesText(cases)}: ${CASE_DECISION_LABELS[decision]}`}
      action={{ content: "Undo (U)", onAction: undo, loading: isBusy }}
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
