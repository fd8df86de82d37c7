import { Badge, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import type { DeadMessage } from "#app/domain/insight/intake.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

type Props = { dead: readonly DeadMessage[]; total: number };

/** Webhooks that could not be worked off, each with the reason. */
export function DeadCard({ dead, total }: Props) {
  const { number } = useFormat();
  const verb = useVerb("Trying again; what cannot be read comes back here");
  const retry = (id: string) => verb.send("/app/settings/orders/retry", { id });
  return (
    <Card padding="0">
      <Box padding="400">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              Set aside
            </Text>
            {dead.some(({ isKept }) => isKept) ? (
              <AllowedButton
                action="campaign.edit"
                loading={verb.isBusy}
                onClick={() => retry("all")}
              >
                Try all again
              </AllowedButton>
            ) : null}
          </InlineStack>
          <RefusedBanner title="Nothing was tried again" message={verb.refused} />
          <Text as="p" tone="subdued">
            {total === 0
              ? "Nothing. Webhooks that cannot be read or taken in appear here, with the reason; none is lost."
              : `${number(total)} ${plural(total, "webhook", "webhooks")} could not be taken in. The others went on without waiting.`}
          </Text>
        </BlockStack>
      </Box>
      {dead.length > 0 ? (
        <ul className="bf-list">
          {dead.map((message) => (
            <li key={message.id}>
              <Box padding="400">
                <Message message={message} isBusy={verb.isBusy} onRetry={() => retry(message.id)} />
              </Box>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

type MessageProps = { message: DeadMessage; isBusy: boolean; onRetry: () => void };

function Message({ message, isBusy, onRetry }: MessageProps) {
  const { topic, receivedAt, triedAt, reason, attempts, isKept } = message;
  return (
    <div className="bf-entry">
      <BlockStack gap="100">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" fontWeight="semibold">
            {topic}
          </Text>
          {attempts > 0 ? (
            <Badge>{`tried ${attempts} ${plural(attempts, "time", "times")}`}</Badge>
          ) : null}
        </InlineStack>
        <Text as="p" breakWord>
          {reason}
        </Text>
        <Text as="p" tone="subdued">
          Came <When at={receivedAt} />
          {triedAt ? (
            <>
              , last tried <When at={triedAt} />
            </>
          ) : null}
          {isKept ? "" : "; its whole body is not kept, so it cannot be tried again"}
        </Text>
      </BlockStack>
      {isKept ? (
        <div>
          <AllowedButton
            action="campaign.edit"
            disabled={isBusy}
            onClick={onRetry}
            accessibilityLabel={`Try again: ${topic}`}
          >
            Try again
          </AllowedButton>
        </div>
      ) : null}
    </div>
  );
}
