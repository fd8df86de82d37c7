import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { Schedule } from "#app/domain/schedule/change.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { ChangeItem } from "./change-item.tsx";
import { ChangeModal } from "./change-modal.tsx";
import { kindsFor } from "./kinds-for.ts";

type Props = { campaign: CampaignDetail; schedule: Schedule };

const BUTTON = "change-later";

/** What waits for the campaign, and what was done to it this way. */
export function ScheduleCard({ campaign, schedule }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { now } = useFrame();
  const kinds = kindsFor(campaign, now);
  const close = () => {
    setOpen(false);
    document.getElementById(BUTTON)?.focus();
  };
  const { changes, hasMore } = schedule;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd" id="schedule">
            Schedule
          </Text>
          {kinds.length > 0 ? (
            <AllowedButton id={BUTTON} action="campaign.edit" onClick={() => setOpen(true)}>
              Change later…
            </AllowedButton>
          ) : null}
        </InlineStack>
        {changes.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing is scheduled. Pause, extend or end the campaign, raise its cap or replace its
            code at a time of your choice.
          </Text>
        ) : (
          <ul className="bf-changes">
            {changes.map((change) => (
              <li key={change.id}>
                <ChangeItem campaignId={campaign.id} change={change} />
              </li>
            ))}
          </ul>
        )}
        {hasMore ? (
          <Text as="p" variant="bodySm">
            <Link url="/app/settings/activity">See older ones in the activity log</Link>
          </Text>
        ) : null}
      </BlockStack>
      {isOpen ? (
        <ChangeModal
          campaignId={campaign.id}
          kinds={kinds}
          code={campaign.publicCode}
          isAlike={false}
          at="later"
          onClose={close}
        />
      ) : null}
    </Card>
  );
}
