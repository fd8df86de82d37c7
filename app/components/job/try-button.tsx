import type { Action } from "#app/domain/access/can.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";

type Props = { action: Action; isBusy: boolean; onTry: () => void };

/** Starts a job over the orders the shop has. */
export function TryButton({ action, isBusy, onTry }: Props) {
  return (
    <div>
      <AllowedButton action={action} variant="primary" loading={isBusy} onClick={onTry}>
        Try on past orders
      </AllowedButton>
    </div>
  );
}
