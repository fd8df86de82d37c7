import type { Action } from "#app/domain/access/can.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { useFrame } from "./shop-context.tsx";

/** Whether the person looking may do something, and if not, the sentence that says so. The server asks the same rule. */
export function useMay(action: Action): { may: boolean; why: string } {
  const { actor } = useFrame();
  const may = can(actor, action, { shopId: actor.shopId });
  return { may, why: may ? "" : whyNot(action) };
}

/** The same as properties of a Polaris action: disabled, with the reason in its tooltip. */
export function useAllowed(action: Action): { disabled: boolean; helpText?: string } {
  const { may, why } = useMay(action);
  return may ? { disabled: false } : { disabled: true, helpText: why };
}

/**
 * The same for an action that leads somewhere. Without its address it becomes a button: a link that leads nowhere is
 * no link to the keyboard or a screen reader.
 */
export function useAllowedLink(
  action: Action,
  url: string,
): { url?: string; disabled: boolean; helpText?: string } {
  const { may, why } = useMay(action);
  return may ? { url, disabled: false } : { disabled: true, helpText: why };
}
