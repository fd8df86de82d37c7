import { Banner, BlockStack, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import type { Action } from "#app/domain/access/can.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** `total` is null until it is known how much there is. */
type Job = {
  id: string;
  state: "running" | "done" | "failed" | "cancelled";
  done: number;
  total: number | null;
  error: string | null;
};

type Props = {
  job: Job;
  /** What has been done so far: "1,200 of 3,000 customers judged". */
  say: (done: string, total: string, count: number) => string;
  stop: { action: Action; url: string };
};

/** How far something is that is tried on past orders, or why there is no answer; nothing once there is one. */
export function JobState({ job, say, stop }: Props) {
  if (job.state === "running") return <Progress job={job} say={say} stop={stop} />;
  if (job.state === "failed") {
    return (
      <Banner tone="critical">
        <p>{job.error}</p>
      </Banner>
    );
  }
  return job.state === "cancelled" ? (
    <Text as="p" tone="subdued">
      It was stopped before there was an answer.
    </Text>
  ) : null;
}

function Progress({ job: { id: jobId, done, total }, say, stop }: Props) {
  const { number } = useFormat();
  const id = useId();
  const verb = useVerb("Stopped");
  const counted = total ?? 0;
  const far =
    total === null ? "Looking for the orders" : say(number(done), number(counted), counted);
  return (
    <BlockStack gap="200">
      <div role="status">
        <Text as="p" id={id} numeric>
          {`${far}. You can leave this page: it goes on.`}
        </Text>
      </div>
      <ProgressBar
        size="small"
        tone="primary"
        progress={counted === 0 ? 0 : Math.floor((done / counted) * 100)}
        ariaLabelledBy={id}
        animated={false}
      />
      <InlineStack gap="300" blockAlign="center">
        <AllowedButton
          action={stop.action}
          loading={verb.isBusy}
          onClick={() => verb.send(stop.url, { id: jobId })}
        >
          Stop
        </AllowedButton>
        {verb.refused ? (
          <Text as="span" tone="critical">
            {verb.refused}
          </Text>
        ) : null}
      </InlineStack>
    </BlockStack>
  );
}
