import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Layout, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { DiscardModal } from "./discard-modal.tsx";
import { ImportCounts } from "./import-counts.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportTarget } from "./import-target.tsx";
import { LookAlikes } from "./look-alikes.tsx";
import type { CampaignChoice } from "./list-query.ts";

type Props = {
  summary: ImportSummary;
  /** Campaigns that take a list. */
  campaigns: readonly CampaignChoice[];
  /** The one the codes were brought for, if that is settled. */
  campaign: CampaignChoice | null;
};

/** What was read, before anything is made of it. */
export function ImportReviewPage({ summary, campaigns, campaign }: Props) {
  const { relative } = useFormat();
  const navigate = useNavigate();
  const allowed = useAllowed("campaign.edit");
  const [isDiscarding, setDiscarding] = useState(false);
  const discard = useVerb("Import discarded");
  const leave = useLatest(() => navigate("/app/codes/import"));
  useEffect(() => {
    if (discard.isDone) leave.current();
  }, [discard.isDone, leave]);
  const path = `/app/codes/imports/${summary.id}`;
  return (
    <Page
      title={summary.fileName}
      subtitle={`Read ${relative(summary.createdAt)}; nothing was made of it yet`}
      backAction={{ content: "Import codes", url: "/app/codes/import" }}
      secondaryActions={[
        {
          content: "Discard",
          destructive: true,
          loading: discard.isBusy,
          onAction: () => setDiscarding(true),
          ...allowed,
        },
      ]}
    >
      <DiscardModal
        summary={summary}
        isOpen={isDiscarding}
        onClose={() => setDiscarding(false)}
        onDiscard={() => {
          setDiscarding(false);
          discard.send(`${path}/discard`);
        }}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <RefusedBanner title="Not discarded" message={discard.refused} />
            {summary.good === 0 ? <NothingToImport summary={summary} /> : null}
            <ImportCounts summary={summary} />
            <ImportProblems summary={summary} />
            <LookAlikes summary={summary} />
          </BlockStack>
        </Layout.Section>
        {summary.good > 0 ? (
          <Layout.Section variant="oneThird">
            <ImportTarget summary={summary} campaigns={campaigns} campaign={campaign} />
          </Layout.Section>
        ) : null}
      </Layout>
    </Page>
  );
}

function NothingToImport({ summary }: { summary: ImportSummary }) {
  const what =
    summary.rows === 0
      ? `${summary.fileName} has no codes in it. Put one code on each line, or name the column of the codes “code”.`
      : "None of its rows can be used. See the reasons below, put them right in your file and import it again.";
  return (
    <Banner
      tone="critical"
      title="Nothing to import"
      action={{ content: "Import again", url: "/app/codes/import" }}
    >
      <p>{what}</p>
    </Banner>
  );
}
