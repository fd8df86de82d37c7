import {
  Banner,
  BlockStack,
  InlineStack,
  Layout,
  Link,
  Page as PolarisPage,
} from "@shopify/polaris";
import { useState } from "react";
import type { AuditEntry } from "#app/domain/audit/event.ts";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import type { Schedule } from "#app/domain/schedule/change.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { AuditTrail } from "#app/components/audit/audit-trail.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed, useAllowedLink, useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { StatusBadge, SyncBadge } from "../status-badge.tsx";
import { BudgetCard } from "./budget-card.tsx";
import { CodesCard } from "./codes-card.tsx";
import { DriftCards } from "./drift/drift-cards.tsx";
import { EndModal } from "./end-modal.tsx";
import { NameCard } from "./name-card.tsx";
import { NotHeldBanner } from "./not-held-banner.tsx";
import { PerformanceCard } from "./performance-card.tsx";
import { ScheduleCard } from "./schedule/schedule-card.tsx";
import { StatusCard } from "./status-card.tsx";
import { SyncCard } from "./sync-card.tsx";
import { TermsCard } from "./terms-card.tsx";
import { useSyncWatch } from "./use-sync-watch.ts";

/** What can still be done with a campaign, given where it is in its life. */
export function verbsOf(campaign: Pick<CampaignDetail, "wanted" | "status">) {
  const isOver = campaign.wanted === "ended";
  return {
    mayChange: !isOver,
    mayPause: !isOver && campaign.wanted === "on" && campaign.status !== "expired",
    mayResume: !isOver && campaign.wanted === "paused",
    mayEnd: !isOver,
  };
}

type Props = { campaign: CampaignDetail; trail: Page<AuditEntry>; sync: CampaignSync } & {
  schedule?: Schedule;
  /** The names of what the campaign is limited to. */
  chosen?: readonly Chosen[];
};

export function CampaignPage({ campaign, trail, sync, schedule, chosen = [] }: Props) {
  const { number } = useFormat();
  const allowed = useAllowed("campaign.edit");
  const [isEnding, setEnding] = useState(false);
  const pause = useVerb(`${campaign.name} is paused`);
  const resume = useVerb(`${campaign.name} goes on`);
  const end = useVerb(`${campaign.name} has ended`);
  useSyncWatch(campaign.name, campaign.sync.state);
  const path = `/app/campaigns/${campaign.id}`;
  const edit = useAllowedLink("campaign.edit", `${path}/edit`);
  const duplicate = useAllowedLink("campaign.edit", `/app/campaigns/new?from=${campaign.id}`);
  const { mayChange, mayPause, mayResume, mayEnd } = verbsOf(campaign);
  return (
    <PolarisPage
      title={campaign.name}
      backAction={{ content: "Campaigns", url: "/app/campaigns" }}
      titleMetadata={
        <InlineStack gap="100">
          <StatusBadge status={campaign.status} />
          {campaign.sync.state === "synced" ? null : <SyncBadge state={campaign.sync.state} />}
        </InlineStack>
      }
      {...(mayChange ? { primaryAction: { content: "Edit", ...edit } } : {})}
      secondaryActions={[
        ...(mayPause
          ? [
              {
                content: "Pause",
                loading: pause.isBusy,
                onAction: () => pause.send(`${path}/pause`),
                ...allowed,
              },
            ]
          : []),
        ...(mayResume
          ? [
              {
                content: "Resume",
                loading: resume.isBusy,
                onAction: () => resume.send(`${path}/resume`),
                ...allowed,
              },
            ]
          : []),
        { content: "Report", url: `${path}/report` },
        { content: "Why not?", url: whyNotUrl(campaign) },
        { content: "Duplicate", ...duplicate },
        ...(mayEnd
          ? [
              {
                content: "End",
                destructive: true,
                loading: end.isBusy,
                onAction: () => setEnding(true),
                ...allowed,
              },
            ]
          : []),
      ]}
      actionGroups={[
        {
          title: "More",
          actions: [
            { content: "Issued to", url: `${path}/issued` },
            { content: "What if?", url: `/app/insights/what-if?campaign=${campaign.id}` },
          ],
        },
      ]}
    >
      <EndModal
        campaign={campaign}
        isOpen={isEnding}
        number={number}
        onClose={() => setEnding(false)}
        onEnd={() => {
          setEnding(false);
          end.send(`${path}/end`);
        }}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <RefusedBanner title="Not paused" message={pause.refused} />
            <RefusedBanner title="Not resumed" message={resume.refused} />
            <RefusedBanner title="Not ended" message={end.refused} />
            <DriftCards drift={sync.drift} names={sync.names} />
            <OpenFlags count={campaign.openFlags} />
            <NotHeldBanner notHeld={campaign.notHeld} />
            <PerformanceCard campaign={campaign} before={sync.before} />
            <BudgetCard campaign={campaign} />
            <CodesCard campaign={campaign} />
            <TermsCard campaign={campaign} chosen={chosen} />
            {schedule ? <ScheduleCard campaign={campaign} schedule={schedule} /> : null}
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <StatusCard campaign={campaign} />
            <SyncCard campaign={campaign} sync={sync} />
            <NameCard campaign={campaign} />
            <AuditTrail entries={trail.rows} hasMore={trail.next !== null} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </PolarisPage>
  );
}

/** Of a public code that is the campaign's name; whoever asks about one of many has it at hand. */
function whyNotUrl({ codes, name }: CampaignDetail): string {
  return codes.kind === "public" ? `/app/why-not?code=${encodeURIComponent(name)}` : "/app/why-not";
}

function OpenFlags({ count }: { count: number }) {
  const { number } = useFormat();
  const review = useMay("flag.view");
  if (count === 0) return null;
  return (
    <Banner tone="warning">
      <p>
        {`${number(count)} ${plural(count, "order", "orders")} of this campaign went over a limit. `}
        {review.may ? (
          <Link url="/app/review">{count === 1 ? "Review it" : "Review them"}</Link>
        ) : null}
      </p>
    </Banner>
  );
}
