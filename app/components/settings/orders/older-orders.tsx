import { BlockStack, Text } from "@shopify/polaris";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { usePermission } from "#app/components/frame/use-permission.ts";

const DECLINED =
  "Shopify did not give the permission. Try again and allow it there; where Shopify does not ask, it has not approved Bonafide for all orders yet. New orders are counted all the same.";

/** Asks the merchant for the permission to read all orders, and has them read. */
export function OlderOrders() {
  const { ask, isBusy, refused } = usePermission(
    "read_all_orders",
    "Older orders are being read",
    DECLINED,
  );
  return (
    <BlockStack gap="200">
      <Text as="p" tone="subdued">
        Shopify shows apps the orders of the last 60 days. Older ones are counted once you let
        Bonafide read all orders.
      </Text>
      <RefusedBanner title="Older orders are not read" message={refused} />
      <div>
        <AllowedButton
          action="campaign.edit"
          loading={isBusy}
          onClick={() => void ask("/app/settings/orders/older")}
        >
          Read older orders
        </AllowedButton>
      </div>
    </BlockStack>
  );
}
