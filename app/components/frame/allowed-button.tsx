import type { ButtonProps } from "@shopify/polaris";
import { Button, Tooltip } from "@shopify/polaris";
import type { Action } from "#app/domain/access/can.ts";
import { useMay } from "./use-may.ts";

/** A button the person may not press is there, disabled, and says why; also to a screen reader. */
export function AllowedButton({ action, ...button }: ButtonProps & { action: Action }) {
  const { may, why } = useMay(action);
  if (may) return <Button {...button} />;
  const { url: _url, onClick: _onClick, submit: _submit, ...rest } = button;
  return (
    <Tooltip content={why} accessibilityLabel={why}>
      <Button {...rest} disabled />
    </Tooltip>
  );
}
