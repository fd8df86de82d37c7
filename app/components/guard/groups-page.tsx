import { BlockStack, Button, InlineStack, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { GroupSummary } from "#app/domain/campaign/group-summary.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { ListCard } from "#app/components/frame/list-card.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Groups of campaigns whose uses can be counted together. */
export function GroupsPage({ groups }: { groups: readonly GroupSummary[] }) {
  const [open, setOpen] = useState<GroupSummary | "new" | null>(null);
  const allowed = useAllowed("campaign.edit");
  const remove = useVerb("Group deleted");
  return (
    <Page
      title="Groups of campaigns"
      subtitle="Uses of all campaigns in a group can be counted together: one welcome offer ever, whichever it was."
      backAction={{ content: "Settings", url: "/app/settings" }}
      primaryAction={{ content: "Add group", onAction: () => setOpen("new"), ...allowed }}
    >
      <BlockStack gap="400">
        <RefusedBanner title="Not deleted" message={remove.refused} />
        <ListCard
          empty="No groups yet. Add one, then choose it in the limits of a campaign."
          items={groups.map((group) => ({
            key: String(group.number),
            row: (
              <GroupRow
                group={group}
                isBusy={remove.isBusy}
                onEdit={() => setOpen(group)}
                onDelete={() =>
                  remove.send("/app/settings/groups/delete", { number: String(group.number) })
                }
              />
            ),
          }))}
        />
      </BlockStack>
      {open ? (
        <GroupModal group={open === "new" ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Page>
  );
}

type RowProps = { group: GroupSummary; isBusy: boolean; onEdit: () => void; onDelete: () => void };

function GroupRow({ group, isBusy, onEdit, onDelete }: RowProps) {
  const { name, members, countedBy } = group;
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h2" fontWeight="semibold" breakWord>
          {name}
        </Text>
        <Text as="p" tone="subdued" breakWord>
          {members.length > 0 ? members.join(", ") : "No campaign is in it yet."}
        </Text>
        {countedBy.length > 0 ? (
          <Text as="p" variant="bodySm" tone="subdued" breakWord>
            {`Limits of ${countedBy.join(", ")} count over it`}
          </Text>
        ) : null}
      </BlockStack>
      <InlineStack gap="200">
        <Button accessibilityLabel={`Rename ${name}`} onClick={onEdit}>
          Rename
        </Button>
        <AllowedButton
          action="campaign.edit"
          accessibilityLabel={`Delete ${name}`}
          disabled={members.length > 0 || isBusy}
          onClick={onDelete}
        >
          Delete
        </AllowedButton>
      </InlineStack>
    </InlineStack>
  );
}

function GroupModal({ group, onClose }: { group: GroupSummary | null; onClose: () => void }) {
  const [name, setName] = useState(group?.name ?? "");
  const save = useFormVerb("Group saved", ["name"], onClose);
  const number = group ? String(group.number) : "";
  const send = () => save.send("/app/settings/groups/save", { number, name });
  return (
    <FormModal
      title={group ? `Rename ${group.name}` : "Add group"}
      button="Save group"
      notDone="Not saved"
      verb={save}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label="Name"
        autoComplete="off"
        maxLength={60}
        placeholder="Welcome offers"
        value={name}
        error={save.errorOf("name")}
        onChange={setName}
      />
    </FormModal>
  );
}
