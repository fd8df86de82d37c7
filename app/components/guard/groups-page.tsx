import { TextField } from "@shopify/polaris";
import { useState } from "react";
import type { GroupSummary } from "#app/domain/campaign/group-summary.ts";
import { fewNames } from "#app/components/format/names.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { EntriesPage, EntryRow } from "#app/components/frame/entries-page.tsx";
import { FormModal } from "#app/components/frame/form-modal.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Groups of campaigns whose uses can be counted together. */
export function GroupsPage({ groups }: { groups: readonly GroupSummary[] }) {
  const { number: numberOf } = useFormat();
  const namesOf = (names: readonly string[]) => fewNames(names, numberOf);
  const remove = useVerb("Group deleted");
  return (
    <EntriesPage
      title="Groups of campaigns"
      subtitle="Uses of all campaigns in a group can be counted together, such as one welcome offer for each customer, whichever it was."
      add="Add group"
      empty="No groups yet. Add one, then choose it in the limits of a campaign."
      entries={groups}
      keyOf={({ number }) => String(number)}
      remove={remove}
      deletion={{
        nameOf: ({ name }) => name,
        text: "No campaign is in it, so nothing changes at checkout. A deleted group cannot be brought back.",
        button: "Delete group",
      }}
      onRemove={({ number }) =>
        remove.send("/app/settings/groups/delete", { number: String(number) })
      }
      rowOf={({ name, members, countedBy }, on) => (
        <EntryRow
          name={name}
          notes={[
            members.length > 0 ? namesOf(members) : "No campaign is in it yet.",
            ...(countedBy.length > 0 ? [`Limits of ${namesOf(countedBy)} count over it`] : []),
          ]}
          change="Rename"
          onChange={on.open}
          kept={
            members.length > 0 ? "To delete it, take its campaigns out or end them first." : null
          }
          isBusy={remove.isBusy}
          onDelete={on.remove}
        />
      )}
      modal={(group, onClose) => <GroupModal group={group} onClose={onClose} />}
    />
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
