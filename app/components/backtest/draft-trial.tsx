import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { useEffect } from "react";
import type { BacktestPage } from "#app/domain/backtest/backtest.ts";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { useRefreshWhile } from "#app/components/campaign/detail/use-refresh-while.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { useLatest } from "#app/components/frame/use-latest.ts";
import { BacktestAnswer } from "./backtest-answer.tsx";

const PATH = "/app/settings/policies/backtest";

/** Tries a policy that is being written against the one in force, beside the editor: nothing has to be saved for it. */
export function DraftTrial({ policy }: { policy: FairUsePolicy }) {
  const ask = useFetcher<{ ok: true; id: string } | RefusalBody>();
  const read = useFetcher<BacktestPage>();
  const load = useLatest(read.load);
  const answer = ask.data;
  useFocusKept(ask.state !== "idle", answer !== undefined && "refusal" in answer);
  const askedId = answer && "ok" in answer ? answer.id : null;
  useEffect(() => {
    if (askedId !== null) load.current(PATH);
  }, [askedId, load]);
  const last = read.data?.last?.id === askedId ? read.data?.last : null;
  useRefreshWhile(last?.state === "running");
  const send = () =>
    ask.submit(
      {
        // Both at the threshold in force.
        ...{ "first.policy": "in_force", "second.policy": "draft" },
        draft: JSON.stringify(policy),
      },
      { method: "post", action: PATH },
    );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Before you switch it on
          </Text>
          <RefusedBanner
            title="Not tried"
            message={answer && "refusal" in answer ? answer.refusal.message : null}
          />
          <Text as="p">
            See what these rules would have done with the orders you have, beside the policy in
            force. <Link url={PATH}>Compare others</Link>.
          </Text>
          <div>
            <AllowedButton action="flag.view" loading={ask.state !== "idle"} onClick={send}>
              Try on past orders
            </AllowedButton>
          </div>
        </BlockStack>
      </Card>
      {last ? <BacktestAnswer last={last} /> : null}
    </>
  );
}
