import { BlockStack, InlineStack, Modal, Page, Text } from "@shopify/polaris";
import { useId, useState, type ReactNode } from "react";
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
  rowOf: (entry: Entry, on: { open: () => void; remove: () => void }) => ReactNode;
  remove: ReturnType<typeof useVerb>;
  /** What deleting one does, and the button that does it: "Delete season". */
  deletion: { nameOf: (entry: Entry) => string; text: string; button: string };
  onRemove: (entry: Entry) => void;
  /** The form of an entry, of a new one for null. */
  modal: (entry: Entry | null, onClose: () => void) => ReactNode;
};

/** A short list of things a shop names itself, each made and changed in a modal, and deleted once it was asked. */
export function EntriesPage<Entry>(props: Props<Entry>) {
  const { title, subtitle, add, empty, entries, keyOf, rowOf, remove, modal } = props;
  const { deletion, onRemove } = props;
  const [open, setOpen] = useState<Entry | "new" | null>(null);
  const [leaving, setLeaving] = useState<Entry | null>(null);
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
            row: rowOf(entry, { open: () => setOpen(entry), remove: () => setLeaving(entry) }),
          }))}
        />
      </BlockStack>
      {open ? modal(open === "new" ? null : open, () => setOpen(null)) : null}
      {leaving ? (
        <Modal
          open
          onClose={() => setLeaving(null)}
          title={`Delete ${deletion.nameOf(leaving)}?`}
          primaryAction={{
            content: deletion.button,
            destructive: true,
            onAction: () => {
              setLeaving(null);
              onRemove(leaving);
            },
          }}
          secondaryActions={[{ content: "Keep it", onAction: () => setLeaving(null) }]}
        >
          <Modal.Section>
            <Text as="p">{deletion.text}</Text>
          </Modal.Section>
        </Modal>
      ) : null}
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
  /** Why it cannot be deleted, and what to do about it; null when it can. */
  kept: string | null;
  isBusy: boolean;
  onDelete: () => void;
};

/** One entry with its two buttons. What is in use cannot be deleted, and says so. */
export function EntryRow({ name, notes, change, onChange, kept, isBusy, onDelete }: RowProps) {
  const keptId = useId();
  return (
    <div className="bf-entry">
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
      <div>
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
            disabled={kept !== null || isBusy}
            {...(kept === null ? {} : { ariaDescribedBy: keptId })}
            onClick={onDelete}
          >
            Delete
          </AllowedButton>
        </InlineStack>
        {kept === null ? null : (
          <Text as="p" id={keptId} variant="bodySm" tone="subdued">
            {kept}
          </Text>
        )}
      </div>
    </div>
  );
}
