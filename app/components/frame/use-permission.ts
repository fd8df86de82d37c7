import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import { useVerb } from "#app/components/frame/use-verb.ts";

/**
 * Asks the merchant for a scope, in Shopify's own question, and sends a verb once it is given. `said` is shown when that was
 * carried out, `declined` where the scope was not given.
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
      const isGranted = await shopify.scopes
        .request([scope])
        .then(({ result }) => result === "granted-all")
        // Shopify answers so where it has not approved the app for it.
        .catch(() => false);
      if (isGranted) verb.send(path, fields);
      else setDeclined(true);
    },
  };
}
