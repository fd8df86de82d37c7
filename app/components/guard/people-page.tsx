import { BlockStack, InlineStack, Page, Pagination, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ExceptionSummary } from "#app/domain/guard/exception.ts";
import type { Page as ListPage } from "#app/domain/shared/outcome.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { ListCard } from "#app/components/frame/list-card.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { ListCount } from "#app/components/list/list-count.tsx";
import { pagesOf } from "#app/components/list/list-pages.ts";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { OrderLink } from "#app/components/case/order-link.tsx";
import { ExceptionBadge } from "./exception-badge.tsx";
import { LiftedBanner } from "./lifted-banner.tsx";
import { PersonModal } from "./person-modal.tsx";

type Props = {
  page: ListPage<ExceptionSummary>;
  scopes: readonly { value: string; label: string }[];
};

/** Who is treated otherwise than the rules say: disqualified, asked to sign in, or allowed more. */
export function PeoplePage({ page, scopes }: Props) {
  const { change } = useListAddress();
  const { pagination } = pagesOf(page, (cursor) => change({ cursor }));
  const [isAdding, setAdding] = useState(false);
  const [lifted, setLifted] = useState<ExceptionSummary | null>(null);
  const allowed = useAllowed("flag.decide");
  const lift = useVerb("Lifted");
  return (
    <Page
      title="Disqualified and allowed people"
      subtitle="Who cannot use codes, has to sign in for them, or may use them beyond their limits. It reaches checkout within seconds."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: "Add person", onAction: () => setAdding(true), ...allowed }}
    >
      <BlockStack gap="400">
        <RefusedBanner title="Not lifted" message={lift.refused} />
        {lifted && lift.isDone ? (
          <LiftedBanner lifted={lifted} onGone={() => setLifted(null)} />
        ) : null}
        <ListCard
          empty="Nobody. Whoever a decision in Review disqualifies or asks to sign in appears here, and whoever you add."
          items={page.rows.map((row) => ({
            key: row.id,
            row: (
              <PersonRow
                row={row}
                isBusy={lift.isBusy}
                onLift={() => {
                  setLifted(row);
                  lift.send("/app/settings/people/lift", { kind: row.kind, id: row.id });
                }}
              />
            ),
          }))}
        />
        {pagination ? (
          <BlockStack inlineAlign="center">
            <Pagination {...pagination} />
            <ListCount total={page.total} one="person" many="people" />
          </BlockStack>
        ) : null}
      </BlockStack>
      {isAdding ? <PersonModal scopes={scopes} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type RowProps = { row: ExceptionSummary; isBusy: boolean; onLift: () => void };

function PersonRow({ row, isBusy, onLift }: RowProps) {
  const { day } = useFormat();
  const { kind, who, order, scope, until, reason, by, at } = row;
  const name = who ?? "A guest";
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" fontWeight="semibold" breakWord>
            {name}
          </Text>
          <ExceptionBadge kind={kind} />
        </InlineStack>
        <Text as="p" breakWord>
          {`${scope}, ${until ? `until ${day(until)}` : "without end"}`}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {[reason || "No reason given", by].filter((text) => text !== "").join(" · ")},{" "}
          <When at={at} />
          {order ? (
            <>
              {" · last order "}
              <OrderLink id={order.id}>{order.name}</OrderLink>
            </>
          ) : null}
        </Text>
      </BlockStack>
      <AllowedButton
        action="flag.decide"
        accessibilityLabel={`Lift for ${name}`}
        loading={isBusy}
        onClick={onLift}
      >
        Lift
      </AllowedButton>
    </InlineStack>
  );
}
