import { Modal, TitleBar } from "@shopify/app-bridge-react";
import type { NamingField } from "#app/domain/naming/summary.ts";
import { plural } from "#app/components/format/number.ts";

type Props = {
  field: NamingField;
  isOpen: boolean;
  onClose: () => void;
  onDelete: () => void;
};

/** What deleting does, exactly, before it is done. */
export function deleteConsequences({ id, type, isBuiltIn, usedBy }: NamingField): string {
  const count = type.kind === "list" ? type.values.length : 0;
  const values = count > 0 ? ` and ${count === 1 ? "its value" : `its ${count} values`}` : "";
  const what = isBuiltIn
    ? `Your values of {${id}} are deleted; the built-in ones come back.`
    : `{${id}}${values} ${plural(count > 0 ? 2 : 1, "is", "are")} deleted.`;
  const users = usedBy.map(({ name }) => `“${name}”`).join(", ");
  const then =
    users === ""
      ? "No convention uses it."
      : isBuiltIn
        ? `${users} ${plural(usedBy.length, "gets", "get")} a new version.`
        : `It cannot be deleted while ${users} ${plural(usedBy.length, "uses", "use")} it.`;
  return `${what} ${then} Names made with it stay as they are.`;
}

export function DeleteFieldModal({ field, isOpen, onClose, onDelete }: Props) {
  return (
    <Modal id="delete-field" open={isOpen} onHide={onClose}>
      <div style={{ padding: "var(--p-space-400)" }}>
        <p>{deleteConsequences(field)}</p>
      </div>
      <TitleBar title={`Delete {${field.id}}?`}>
        <button variant="primary" tone="critical" type="button" onClick={onDelete}>
          Delete
        </button>
        <button type="button" onClick={onClose}>
          Keep it
        </button>
      </TitleBar>
    </Modal>
  );
}
