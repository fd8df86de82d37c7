import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useVerb } from "#app/components/frame/use-verb.ts";

/**
 * Sends a verb that needs a scope: at once where the app has it, else once the merchant has given it, in Shopify's own
 * question. `said` is shown when that was carried out, `declined` where the scope was not given.
 */
export function usePermission(scope: string, said: string, declined: string) {
  const shopify = useAppBridge();
  const [isDeclined, setDeclined] = useState(false);
  const verb = useVerb(said);
  return {
    isBusy: verb.isBusy,
    refused: isDeclined ? declined : verb.refused,
    ask: async (path: string, fields: Record<string, string> = {}) => {
      setDeclined(false);
      const asker = document.activeElement;
      if (await isGiven(shopify, scope)) return verb.send(path, fields);
      setDeclined(true);
      takeFocusBack(asker);
    },
  };
}

async function isGiven({ scopes }: ReturnType<typeof useAppBridge>, scope: string) {
  try {
    const { granted } = await scopes.query();
    if (granted.some((each) => each === scope)) return true;
    const { result } = await scopes.request([scope]);
    return result === "granted-all";
  } catch {
    // Shopify answers so where it has not approved the app for it.
    return false;
  }
}

/** Shopify's question stood outside of this page's frame, and had the focus. */
function takeFocusBack(asker: Element | null): void {
  const { activeElement, body } = document;
  const place = activeElement === body ? asker : activeElement;
  if (!(place instanceof HTMLElement) || !place.isConnected) return;
  place.blur();
  place.focus({ preventScroll: true });
}
