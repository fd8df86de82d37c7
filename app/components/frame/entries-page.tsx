import { BlockStack, InlineStack, Page, Text } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import type { useVerb } from "./use-verb.ts";
import { AllowedButton } from "./allowed-button.tsx";
import { ListCard } from "./list-card.tsx";
import { RefusedBanner } from "./refused-banner.tsx";
import { useAllowed } from "./use-may.ts";

type Props<Entry> = {
  title: string;
  subtitle: string;
  /** What adds one: "Add season". */
  add: string;
  empty: string;
  entries: readonly Entry[];
  keyOf: (entry: Entry) => string;
  rowOf: (entry: Entry, onOpen: () => void) => ReactNode;
  remove: ReturnType<typeof useVerb>;
  /** The form of an entry, of a new one for null. */
  modal: (entry: Entry | null, onClose: () => void) => ReactNode;
};

/** A short list of things a shop names itself, each made and changed in a modal. */
export function EntriesPage<Entry>(props: Props<Entry>) {
  const { title, subtitle, add, empty, entries, keyOf, rowOf, remove, modal } = props;
  const [open, setOpen] = useState<Entry | "new" | null>(null);
  const allowed = useAllowed("campaign.edit");
  return (
    <Page
      title={title}
      subtitle={subtitle}
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: add, onAction: () => setOpen("new"), ...allowed }}
    >
      <BlockStack gap="400">
        <RefusedBanner title="Not deleted" message={remove.refused} />
        <ListCard
          empty={empty}
          items={entries.map((entry) => ({
            key: keyOf(entry),
            row: rowOf(entry, () => setOpen(entry)),
          }))}
        />
      </BlockStack>
      {open ? modal(open === "new" ? null : open, () => setOpen(null)) : null}
    </Page>
  );
}

type RowProps = {
  name: string;
  /** What stands below the name, the first as large as text, the others smaller. */
  notes: readonly string[];
  /** What changes it: "Rename". */
  change: string;
  onChange: () => void;
  isInUse: boolean;
  isBusy: boolean;
  onDelete: () => void;
};

/** One entry with its two buttons. What is in use cannot be deleted. */
export function EntryRow({ name, notes, change, onChange, isInUse, isBusy, onDelete }: RowProps) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h2" fontWeight="semibold" breakWord>
          {name}
        </Text>
        {notes.map((note, at) => (
          <Text
            key={note}
            as="p"
            tone="subdued"
            breakWord
            {...(at > 0 ? { variant: "bodySm" } : {})}
          >
            {note}
          </Text>
        ))}
      </BlockStack>
      <InlineStack gap="200">
        <AllowedButton
          action="campaign.edit"
          accessibilityLabel={`${change} ${name}`}
          onClick={onChange}
        >
          {change}
        </AllowedButton>
        <AllowedButton
          action="campaign.edit"
          accessibilityLabel={`Delete ${name}`}
          disabled={isInUse || isBusy}
          onClick={onDelete}
        >
          Delete
        </AllowedButton>
      </InlineStack>
    </InlineStack>
  );
}
