import { Banner } from "@shopify/polaris";
import type { Action } from "#app/domain/access/can.ts";
import { useMay } from "./use-may.ts";

/** Says before anything is typed that it could not be saved. */
export function NotAllowedBanner({ action }: { action: Action }) {
  const { may, why } = useMay(action);
  if (may) return null;
  return (
    <Banner tone="warning" title="You can look, but not save">
      <p>{why}</p>
    </Banner>
  );
}
