import { SaveBar } from "@shopify/app-bridge-react";
import { useLeaveConfirmation } from "./use-leave-confirmation.ts";

type Props = {
  id: string;
  isDirty: boolean;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
};

/** The admin's own save bar, for as long as something is unsaved; leaving asks first. */
export function FormSaveBar({ id, isDirty, isSaving, onSave, onDiscard }: Props) {
  useLeaveConfirmation(isDirty && !isSaving);
  return (
    <SaveBar id={id} open={isDirty || isSaving} discardConfirmation>
      <button
        variant="primary"
        type="button"
        onClick={onSave}
        {...(isSaving ? { loading: "" } : {})}
      >
        Save
      </button>
      <button type="button" onClick={onDiscard} {...(isSaving ? { disabled: true } : {})}>
        Discard
      </button>
    </SaveBar>
  );
}
