import { BlockStack, Button, InlineStack, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import type { SeasonSummary } from "#app/domain/campaign/season-form.ts";
import { formatDay } from "#app/components/format/date.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { ListCard } from "#app/components/frame/list-card.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { SeasonModal } from "./season-modal.tsx";

/** The shop’s seasons: what limits can count by, and who does. */
export function SeasonsPage({ seasons }: { seasons: readonly SeasonSummary[] }) {
  const [open, setOpen] = useState<SeasonSummary | "new" | null>(null);
  const allowed = useAllowed("campaign.edit");
  const remove = useVerb("Season deleted");
  return (
    <Page
      title="Seasons"
      subtitle="Named stretches of days that limits can count by, such as Black Friday. Each turn counts anew."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: "Add season", onAction: () => setOpen("new"), ...allowed }}
    >
      <BlockStack gap="400">
        <RefusedBanner title="Not deleted" message={remove.refused} />
        <ListCard
          empty="No seasons yet. Add one, then choose it in the limits of a campaign."
          items={seasons.map((season) => ({
            key: season.key,
            row: (
              <SeasonRow
                season={season}
                isBusy={remove.isBusy}
                onEdit={() => setOpen(season)}
                onDelete={() => remove.send("/app/settings/seasons/delete", { key: season.key })}
              />
            ),
          }))}
        />
      </BlockStack>
      {open ? (
        <SeasonModal season={open === "new" ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
}

type RowProps = {
  season: SeasonSummary;
  isBusy: boolean;
  onEdit: () => void;
  onDelete: () => void;
};

function SeasonRow({ season, isBusy, onEdit, onDelete }: RowProps) {
  const { locale } = useFormat();
  const { name, next, yearly, usedBy } = season;
  const days = ({ first, last }: { first: string; last: string }) =>
    `${formatDay(first, locale)} to ${formatDay(last, locale)} ${last.slice(0, 4)}`;
  const when = next
    ? `${days(next)}${yearly ? ", every year" : ""}`
    : `Over since ${formatDay(season.last, locale)} ${season.last.slice(0, 4)}`;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h2" fontWeight="semibold" breakWord>
          {name}
        </Text>
        <Text as="p" tone="subdued">
          {when}
        </Text>
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {usedBy.length > 0 ? `Limits of ${usedBy.join(", ")}` : "No campaign counts by it yet."}
        </Text>
      </BlockStack>
      <InlineStack gap="200">
        <Button accessibilityLabel={`Edit ${name}`} onClick={onEdit}>
          Edit
        </Button>
        <AllowedButton
          action="campaign.edit"
          accessibilityLabel={`Delete ${name}`}
          disabled={usedBy.length > 0 || isBusy}
          onClick={onDelete}
        >
          Delete
        </AllowedButton>
      </InlineStack>
    </InlineStack>
  );
}
