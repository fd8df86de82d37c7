import { useState } from "react";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import type { MoreCodesProps } from "./more-codes-modal.tsx";
import { MoreCodesModal } from "./more-codes-modal.tsx";

const BUTTON = "make-more-codes";

/** Orders more codes of the campaign's kind. */
export function MoreCodes(props: Omit<MoreCodesProps, "onClose">) {
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    document.getElementById(BUTTON)?.focus();
  };
  return (
    <>
      <AllowedButton id={BUTTON} action="campaign.edit" onClick={() => setOpen(true)}>
        Make more codes
      </AllowedButton>
      {isOpen ? <MoreCodesModal {...props} onClose={close} /> : null}
    </>
  );
}
