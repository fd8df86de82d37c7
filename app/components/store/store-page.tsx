import {
  Banner,
  BlockStack,
  Box,
  Card,
  EmptyState,
  Page as PolarisPage,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import type { MappedFilter, MappedSummary, StoreSummary } from "#app/domain/adoption/summary.ts";
import type { Page } from "#app/domain/shared/outcome.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed, useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { NothingFound } from "#app/components/list/nothing-found.tsx";
import { AdoptModal } from "./adopt-modal.tsx";
import { MappedFilters } from "./mapped-filters.tsx";
import { MappedTable } from "./mapped-table.tsx";
import { ReadingCard } from "./reading-card.tsx";
import { adoptingSentence } from "./store-words.ts";

type Props = { store: StoreSummary; page: Page<MappedSummary>; filter: MappedFilter };

/** What the store had before Bonafide, and what becomes of it. */
export function StorePage({ store, page, filter }: Props) {
  const { number, relative } = useFormat();
  const { reading, readAt, counts, adopting } = store;
  const { may } = useMay("campaign.edit");
  const allowed = useAllowed("campaign.edit");
  const [asked, setAsked] = useState<string | null>(null);
  const start = useVerb("Your store is being read");
  const adopt = useVerb("Being adopted");
  const isReading = reading?.state === "reading";
  const isAdopting = adopting !== null && adopting.adopted + adopting.refused < adopting.chosen;
  useRefreshWhile(isReading || isAdopting);
  const read = () => start.send("/app/settings/store/read");
  const canAdopt = may && !isReading && !isAdopting && counts.campaign > 0;
  return (
    <PolarisPage
      fullWidth
      title="Your store’s discounts"
      subtitle={
        readAt === null
          ? "Discounts you have in Shopify already, and what they would become."
          : `Read ${relative(readAt)}; ${number(store.campaigns)} are campaigns already.`
      }
      backAction={{ content: "Settings", url: "/app/settings" }}
      {...(canAdopt && {
        primaryAction: {
          content: `Adopt all ${number(counts.campaign)}`,
          onAction: () => setAsked("all"),
        },
      })}
      secondaryActions={[
        ...(readAt === null
          ? []
          : [
              {
                content: "Read again",
                loading: start.isBusy,
                onAction: read,
                ...allowed,
                disabled: allowed.disabled || isReading || isAdopting,
              },
              { content: "Learn from your codes", url: "/app/settings/conventions/learn" },
              { content: "Report", url: "/app/settings/store/report" },
            ]),
      ]}
    >
      <AdoptModal
        ids={asked}
        onClose={() => setAsked(null)}
        onAdopt={(ids) => {
          setAsked(null);
          adopt.send("/app/settings/store/adopt", { ids });
        }}
      />
      <BlockStack gap="400">
        <RefusedBanner title="Not started" message={start.refused} />
        <RefusedBanner title="Not adopted" message={adopt.refused} />
        {isReading ? <ReadingCard reading={reading} /> : null}
        {reading?.state === "failed" ? (
          <Banner tone="critical" title="The store could not be read">
            <p>{reading.error}</p>
          </Banner>
        ) : null}
        <div role="status">
          {adopting ? (
            <Text as="p" numeric>
              {adoptingSentence(adopting, number)}
            </Text>
          ) : null}
        </div>
        {readAt === null ? (
          isReading ? null : (
            <NeverRead onRead={read} isBusy={start.isBusy} />
          )
        ) : (
          <Card padding="0">
            <MappedFilters filter={filter} counts={counts} />
            {page.rows.length > 0 ? (
              <MappedTable
                page={page}
                onAdopt={canAdopt && filter.result === "campaign" ? setAsked : null}
              />
            ) : (
              <Box padding="800">
                <NothingFound what="discounts" />
              </Box>
            )}
            <ListCount total={page.total} one="discount" many="discounts" />
          </Card>
        )}
      </BlockStack>
    </PolarisPage>
  );
}

function NeverRead({ onRead, isBusy }: { onRead: () => void; isBusy: boolean }) {
  const allowed = useAllowed("campaign.edit");
  return (
    <Card>
      <EmptyState
        heading="Bring in what your store has already"
        image={emptyDrawing}
        action={{ content: "Read my store", onAction: onRead, loading: isBusy, ...allowed }}
      >
        <p>
          Bonafide reads every discount and code you have in Shopify, shows which would become
          campaigns and why others would not, and finds old codes nobody should have any more.
          Nothing in Shopify is changed by it.
        </p>
        {allowed.helpText ? <p>{allowed.helpText}</p> : null}
      </EmptyState>
    </Card>
  );
}
