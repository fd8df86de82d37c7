import { BlockStack, Box, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { XIcon } from "@shopify/polaris-icons";
import { useState, useSyncExternalStore } from "react";
import type { Dashboard, SetupStep } from "#app/domain/insight/dashboard.ts";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { StepMark } from "./step-mark.tsx";
import { readDismissed, writeDismissed } from "./dismissal.ts";

type Guidance = { title: string; text: string; action: string; url: string };

const STEPS: Record<SetupStep, Guidance> = {
  store: {
    title: "Adopt your store",
    text: "Bonafide reads the discounts and codes you have in Shopify and says which become campaigns. Nothing there is changed.",
    action: "Read my store",
    url: "/app/settings/store",
  },
  convention: {
    title: "Choose how campaigns are named",
    text: "A convention such as {season}{yy}_{offer} keeps names readable, and lets reports compare seasons and offers.",
    action: "Choose a convention",
    url: "/app/settings/conventions",
  },
  campaign: {
    title: "Create your first campaign",
    text: "Say what the code takes off, how often each customer can use it and when it ends. We put it into Shopify.",
    action: "Create campaign",
    url: "/app/campaigns/new",
  },
  order: {
    title: "Place a test order with a code",
    text: "Use the code in your own shop’s checkout. The redemption shows up here within seconds.",
    action: "See codes",
    url: "/app/codes",
  },
  team: {
    title: "Give your team their roles",
    text: "Whoever opens Bonafide appears under Team as a viewer. You decide who may change campaigns and who reviews orders.",
    action: "See team",
    url: "/app/settings/team",
  },
};

/** Nothing else changes what the browser keeps, so there is nothing to listen to. */
const never = () => () => undefined;

/** Steps tick themselves off from what is really there; nothing is ticked by hand. */
export function SetupGuide({ setup }: { setup: Dashboard["setup"] }) {
  const { shop } = useFrame();
  const key = `bonafide.setup.${shop.domain}`;
  const [isPutAway, putAway] = useState(false);
  // The server cannot know; the browser says after hydration.
  const wasPutAway = useSyncExternalStore(
    never,
    () => readDismissed(key),
    () => false,
  );
  const done = setup.filter((step) => step.done).length;
  if (isPutAway || wasPutAway || done === setup.length) return null;
  const next = setup.find((step) => !step.done);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
          <Text as="h2" variant="headingMd">
            Setup guide
          </Text>
          <Button
            icon={XIcon}
            variant="tertiary"
            accessibilityLabel="Put the setup guide away"
            onClick={() => {
              writeDismissed(key);
              putAway(true);
            }}
          />
        </InlineStack>
        <InlineStack gap="200" blockAlign="center" wrap={false}>
          <Text as="span" tone="subdued" id="setup-progress">
            {`${done} of ${setup.length} done`}
          </Text>
          <Box width="120px">
            <ProgressBar
              size="small"
              tone="primary"
              animated={false}
              ariaLabelledBy="setup-progress"
              progress={Math.round((done / setup.length) * 100)}
            />
          </Box>
        </InlineStack>
        <ol className="bf-list">
          {setup.map(({ step, done: isDone }) => (
            <li key={step}>
              <Step step={step} isDone={isDone} isNext={step === next?.step} />
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function Step({ step, isDone, isNext }: { step: SetupStep; isDone: boolean; isNext: boolean }) {
  const { title, text, action, url } = STEPS[step];
  return (
    <Box paddingBlock="300">
      <InlineStack gap="300" wrap={false} blockAlign="start">
        <StepMark isDone={isDone} />
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h3" fontWeight={isNext ? "semibold" : "regular"}>
            {title}
          </Text>
          {isNext ? (
            <>
              <Text as="p" tone="subdued">
                {text}
              </Text>
              <Button url={url}>{action}</Button>
            </>
          ) : null}
        </BlockStack>
      </InlineStack>
    </Box>
  );
}
