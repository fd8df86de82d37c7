import { useFetcher, useNavigate } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Card,
  InlineStack,
  Layout,
  Link,
  Page,
  Select,
  Text,
} from "@shopify/polaris";
import { useEffect, useState } from "react";
import { CASE_DECISION_LABELS, CASE_DECISIONS, type CaseDecision } from "#app/domain/case/case.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { isFelt } from "#app/domain/fair-use/policy.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { StateBadge, useKindWords } from "./case-badges.tsx";
import { DecidedCard, Effects } from "./decided-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { Due } from "./due.tsx";
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
import { useDecisionForm } from "./use-decision-form.ts";

type Props = {
  detail: CaseDetail;
  neighbours: { previous: string | null; next: string | null };
  reviewers: readonly { id: string; name: string }[];
  /** The list it was opened from, as its address says. */
  search: string;
};

/** One case: who and what in a sentence, what it rests on, what speaks for them, and the decision beside it. */
export function CasePage({ detail, neighbours, reviewers, search }: Props) {
  const { summary } = detail;
  const isOpen = summary.state === "open";
  const navigate = useNavigate();
  const { may } = useMay("flag.decide");
  const { form, choose, change } = useDecisionForm(detail.policy);
  const [byKey, setByKey] = useState(0);
  const [isHelp, setHelp] = useState(false);
  const just = useJustDecided();
  const undo = useVerb("Decision taken back");
  const assign = useVerb("Assigned");
  const decide = useDecide(detail, neighbours.next, search);
  const go = (id: string | null) => id !== null && navigate(caseUrl(id, search));
  const assignTo = (assignee: string) =>
    assign.send("/app/review/assign", { ids: summary.id, assignee });
  const takeBack = () => undo.send(`/app/review/${summary.id}/undo`);
  useCaseKeys((key) => {
    if (key.kind === "next") go(neighbours.next);
    if (key.kind === "previous") go(neighbours.previous);
    if (key.kind === "help") setHelp(true);
    if (!may) return;
    if (key.kind === "assign" && isOpen) assignTo("me");
    if (key.kind === "undo") {
      if (summary.state === "decided") takeBack();
      else just.undo();
    }
    if (key.kind === "decide" && isOpen) {
      choose(key.decision);
      setByKey((before) => before + 1);
    }
  });
  return (
    <Page
      title={`Case ${summary.number}`}
      titleMetadata={<StateBadge found={summary} />}
      backAction={{ content: "Review", url: `/app/review${search === "" ? "" : `?${search}`}` }}
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
        <RefusedBanner title="Not assigned" message={assign.refused} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <WhatHappened {...{ detail, reviewers }} onAssign={assignTo} />
              <EvidenceCard flags={detail.flags} />
              <GraphCard {...detail} />
              <InnocentCard innocent={detail.innocent} />
              <HistoryCard history={detail.history} />
              <OrdersCard orders={detail.orders} />
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
                      onSave={() => form && decide.send(form)}
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
                <SimilarCard similar={detail.similar} />
              </BlockStack>
            </div>
          </Layout.Section>
        </Layout>
      </BlockStack>
      {isOpen && may ? <DecideBar chosen={form?.decision ?? null} onChoose={choose} /> : null}
    </Page>
  );
}

type HappenedProps = Pick<Props, "detail" | "reviewers"> & { onAssign: (id: string) => void };

function WhatHappened({ detail, reviewers, onAssign }: HappenedProps) {
  const { money, number } = useFormat();
  const kinds = useKindWords();
  const { may } = useMay("flag.decide");
  const { summary, flags } = detail;
  const count = summary.orders.length;
  const [first] = flags;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingLg" breakWord>
          {summary.sentence}
        </Text>
        <Text as="p">
          {`${money(summary.atStakeMinor, summary.currency)} at stake, taken off ${number(count)} flagged ${plural(count, "order", "orders")}. ${kinds(summary)}.`}
        </Text>
        <InlineStack gap="400" blockAlign="center">
          <Due found={summary} />
          {summary.campaigns.map(({ id, name }) => (
            <Link key={id} url={`/app/campaigns/${id}`}>
              {name}
            </Link>
          ))}
          {first ? (
            <Link
              url={`/app/why-not?${new URLSearchParams({ code: first.code, order: first.order.id })}`}
            >
              Why not?
            </Link>
          ) : null}
        </InlineStack>
        {summary.state === "open" ? (
          <Select
            label="Assigned to"
            labelInline
            disabled={!may}
            options={[
              { value: "", label: "Nobody" },
              ...(summary.assignee && !reviewers.some(({ id }) => id === summary.assignee?.id)
                ? [{ value: summary.assignee.id, label: summary.assignee.name }]
                : []),
              ...reviewers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={summary.assignee?.id ?? ""}
            onChange={onAssign}
          />
        ) : null}
        {summary.step !== null && isFelt(summary.step) && summary.state === "open" ? (
          <Banner tone="warning">
            {`Your policy ${summary.step === "sign_in" ? "asks these customers to sign in" : "disqualified these customers"} already. What you decide takes its place.`}
          </Banner>
        ) : null}
      </BlockStack>
    </Card>
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

/** Sends the decision, and goes on to the next case once it is made. */
function useDecide({ summary }: CaseDetail, next: string | null, search: string) {
  const navigate = useNavigate();
  const fetcher = useFetcher<VerbAnswer>();
  const [sent, setSent] = useState<CaseDecision | null>(null);
  const answer = fetcher.data;
  const isDone = answer !== undefined && "ok" in answer && sent !== null;
  useEffect(() => {
    if (!isDone) return;
    const decided = { id: summary.id, number: summary.number, decision: sent };
    const list = `/app/review${search === "" ? "" : `?${search}`}`;
    navigate(next === null ? list : caseUrl(next, search), { state: { decided } });
    // What came next when it was sent; the answer loads this page anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isDone]);
  const refusal = answer && "refusal" in answer ? answer : null;
  return {
    isBusy: fetcher.state !== "idle",
    refused: refusal && refusal.problems.length === 0 ? refusal.refusal.message : null,
    errorOf: (field: string): string | false =>
      refusal?.problems.find((problem) => problem.field === field)?.message ?? false,
    send: (form: Record<string, string>) => {
      setSent(CASE_DECISIONS.find((each) => each === form["decision"]) ?? null);
      void fetcher.submit(form, { method: "post", action: `/app/review/${summary.id}` });
    },
  };
}
