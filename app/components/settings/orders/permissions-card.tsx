import { BlockStack, Card, Text } from "@shopify/polaris";
import type { IntakeSummary } from "#app/domain/insight/intake.ts";
import { ALL_PERMISSIONS, PERMISSIONS, type Permission } from "#app/domain/insight/permission.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { usePermission } from "#app/components/frame/use-permission.ts";

const WORDS: Record<Permission, { title: string; gain: string; allow: string; said: string }> = {
  disputes: {
    title: "Chargebacks",
    gain: "A campaign can give a use back when a bank takes the payment back, and a chargeback soon after a code counts among the signals of its order. Shopify tells of those of Shopify Payments.",
    allow: "Let Shopify tell of chargebacks",
    said: "Chargebacks are told from now on",
  },
  merges: {
    title: "Merged customers",
    gain: "Customers you merge in Shopify count as one at once. Without it they do from their next order on.",
    allow: "Let Shopify tell of merged customers",
    said: "Merged customers are told from now on",
  },
};

/** What Shopify tells only where the merchant allows it. */
export function PermissionsCard({ permissions }: Pick<IntakeSummary, "permissions">) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What else Shopify may tell
        </Text>
        {ALL_PERMISSIONS.map((permission) => (
          <Item key={permission} permission={permission} since={permissions[permission]} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Item({ permission, since }: { permission: Permission; since: string | null }) {
  const { date } = useFormat();
  const { title, gain, allow, said } = WORDS[permission];
  const declined = `Shopify did not give the permission. Try again and allow it there. ${title} are not told until then; all else is.`;
  const { ask, isBusy, refused } = usePermission(PERMISSIONS[permission].scope, said, declined);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p" tone="subdued">
        {gain}
      </Text>
      {since ? (
        <Text as="p">{`Told since ${date(since)}.`}</Text>
      ) : (
        <>
          <RefusedBanner title={`${title} are not told`} message={refused} />
          <div>
            <AllowedButton
              action="campaign.edit"
              loading={isBusy}
              onClick={() => void ask("/app/settings/orders/allow", { permission })}
            >
              {allow}
            </AllowedButton>
          </div>
        </>
      )}
    </BlockStack>
  );
}
