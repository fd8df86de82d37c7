import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

const DECLINED =
  "Shopify did not give the permission. Try again and allow it there; where Shopify does not ask, it has not approved Bonafide for all orders yet. New orders are counted all the same.";

/** Asks the merchant for the permission to read all orders, and has them read. */
export function OlderOrders() {
  const shopify = useAppBridge();
  const [declined, setDeclined] = useState<string | null>(null);
  const verb = useVerb("Older orders are being read");
  const ask = async () => {
    setDeclined(null);
    const isGranted = await shopify.scopes
      .request(["read_all_orders"])
      .then(({ result }) => result === "granted-all")
      // Shopify answers so where it has not approved the app for it.
      .catch(() => false);
    if (isGranted) verb.send("/app/settings/orders/older");
    else setDeclined(DECLINED);
  };
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        Shopify shows apps the orders of the last 60 days. Older ones are counted once you let
        Bonafide read all orders.
      </Text>
      <RefusedBanner title="Older orders are not read" message={declined ?? verb.refused} />
      <div>
        <AllowedButton action="campaign.edit" loading={verb.isBusy} onClick={() => void ask()}>
          Read older orders
        </AllowedButton>
      </div>
    </BlockStack>
  );
}
