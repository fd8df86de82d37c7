import { useNavigate, useNavigation } from "@remix-run/react";
import { BlockStack, Card, Layout, Page } from "@shopify/polaris";
import { useState } from "react";
import { CASE_DECISION_LABELS, CASE_DECISIONS, type CaseDecision } from "#app/domain/case/case.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useArrivalFocus } from "#app/components/frame/use-arrival-focus.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { StateBadge } from "./case-badges.tsx";
import { DecidedCard } from "./decided-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { REASON_ID } from "./decision-fields.tsx";
import { Effects } from "./effects.tsx";
import { EvidenceCard } from "./evidence-card.tsx";
import {
  HistoryCard,
  InnocentCard,
  OrdersCard,
  SimilarCard,
  TimelineCard,
} from "./facts-cards.tsx";
import { GraphCard } from "./graph-card.tsx";
import { KeysModal } from "./keys-modal.tsx";
import { caseUrl } from "./list-query.ts";
import { UndoBanner, useJustDecided } from "./undo-banner.tsx";
import { useCaseKeys } from "./use-case-keys.ts";
import { useDecide } from "./use-decide.ts";
import { useDecisionForm } from "./use-decision-form.ts";
import { useTakeNext } from "./use-take-next.ts";
import { SENTENCE_ID, WhatHappened } from "./what-happened.tsx";

type Props = {
  detail: CaseDetail;
  neighbours: { previous: string | null; next: string | null };
  reviewers: readonly { id: string; name: string }[];
  /** The list it was opened from, as its address says. */
  search: string;
};

/**
 * One case: who and what in a sentence, what it rests on, what speaks for them, and the decision beside it. Where nothing is
 * left of it, what was done is all there is to show.
 */
export function CasePage({ detail, neighbours, reviewers, search }: Props) {
  const { summary } = detail;
  const isOpen = summary.state === "open";
  const navigate = useNavigate();
  const isLeaving = useNavigation().state !== "idle";
  const { may } = useMay("flag.decide");
  const { form, choose, change } = useDecisionForm(detail.policy, summary.kinds);
  const [byKey, setByKey] = useState(0);
  const [isHelp, setHelp] = useState(false);
  const just = useJustDecided();
  const undo = useVerb("Decision taken back");
  const assign = useVerb("Assigned");
  const decide = useDecide(detail, neighbours.next, search);
  const unassigned = useTakeNext();
  const list = `/app/review${search === "" ? "" : `?${search}`}`;
  const go = (id: string | null) => id !== null && !isLeaving && navigate(caseUrl(id, search));
  const assignTo = (assignee: string) =>
    !assign.isBusy && assign.send("/app/review/assign", { ids: summary.id, assignee });
  const takeBack = () => !undo.isBusy && undo.send(`/app/review/${summary.id}/undo`);
  const save = () => form && decide.send(form);
  useArrivalFocus(summary.state, () => document.getElementById(SENTENCE_ID));
  useCaseKeys((key) => {
    if (key.kind === "next") go(neighbours.next);
    if (key.kind === "previous") go(neighbours.previous);
    if (key.kind === "list") navigate(list, { state: { from: summary.id } });
    if (key.kind === "help") setHelp(true);
    if (!may || decide.isBusy) return;
    if (key.kind === "unassigned") unassigned.take();
    if (key.kind === "assign" && isOpen) assignTo("me");
    if (key.kind === "undo") {
      if (summary.state === "decided") takeBack();
      else just.undo();
    }
    if (!isOpen) return;
    if (key.kind === "reason") document.getElementById(REASON_ID)?.focus();
    if (key.kind === "save") save();
    if (key.kind === "decide") {
      choose(key.decision);
      setByKey((before) => before + 1);
    }
  });
  return (
    <Page
      title={`Case ${summary.number}`}
      titleMetadata={<StateBadge found={summary} />}
      backAction={{ content: "Review", url: list }}
      secondaryActions={[{ content: "Keys (?)", onAction: () => setHelp(true) }]}
      pagination={{
        hasPrevious: neighbours.previous !== null,
        hasNext: neighbours.next !== null,
        previousTooltip: "Previous case (K)",
        nextTooltip: "Next case (J)",
        onPrevious: () => void go(neighbours.previous),
        onNext: () => void go(neighbours.next),
      }}
    >
      {isHelp ? <KeysModal onClose={() => setHelp(false)} /> : null}
      <BlockStack gap="400">
        <UndoBanner {...just} />
        <RefusedBanner title="Not assigned" message={assign.refused ?? unassigned.refused} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WhatHappened {...{ detail, reviewers }} onAssign={assignTo} />
              {detail.flags.length === 0 ? null : (
                <>
                  <EvidenceCard flags={detail.flags} />
                  <GraphCard {...detail} />
                  <InnocentCard innocent={detail.innocent} />
                  <HistoryCard history={detail.history} />
                  <OrdersCard orders={detail.orders} />
                </>
              )}
              <TimelineCard timeline={detail.timeline} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <div className="bf-sticky bf-sticky-tall">
              <BlockStack gap="400">
                {isOpen ? (
                  <>
                    <DecisionCard
                      {...{ detail, form }}
                      chosenByKey={byKey}
                      isBusy={decide.isBusy}
                      refused={decide.refused}
                      errorOf={decide.errorOf}
                      onChoose={choose}
                      onChange={change}
                      onSave={save}
                    />
                    {detail.effects.some(({ state }) => state !== "undone") ? (
                      <Card>
                        <Effects detail={detail} />
                      </Card>
                    ) : null}
                  </>
                ) : (
                  <DecidedCard detail={detail} undo={{ ...undo, send: takeBack }} />
                )}
                {detail.flags.length === 0 ? null : <SimilarCard similar={detail.similar} />}
              </BlockStack>
            </div>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {isOpen && may ? <DecideBar chosen={form?.decision ?? null} onChoose={choose} /> : null}
    </Page>
  );
}

type BarProps = { chosen: CaseDecision | null; onChoose: (decision: CaseDecision) => void };

/** On a phone the decision is far below; it stays within reach at the foot of the screen. */
function DecideBar({ chosen, onChoose }: BarProps) {
  return (
    <div className="bf-decide-bar" role="group" aria-label="Decide">
      {CASE_DECISIONS.map((decision) => (
        <button
          key={decision}
          type="button"
          aria-pressed={chosen === decision}
          onClick={() => {
            onChoose(decision);
            document.getElementById("decision")?.scrollIntoView({ block: "start" });
          }}
        >
          {CASE_DECISION_LABELS[decision]}
        </button>
      ))}
    </div>
  );
}
