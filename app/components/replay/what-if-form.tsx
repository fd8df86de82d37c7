import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Checkbox, FormLayout, Link, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { HistoryPage, TriedSide } from "#app/domain/replay/history.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { TryButton } from "#app/components/job/try-button.tsx";
import { LimitFields, type TypedLimit } from "./limit-fields.tsx";

type Props = Pick<HistoryPage, "campaigns" | "seasons"> & { chosen: string };

const ONCE: TypedLimit = { perCustomer: "1", limitWindow: "lifetime", limitDays: "30" };

/** Which campaign, and which limit in place of its own; a second one beside it, if somebody likes. */
export function WhatIfForm({ campaigns, seasons, chosen }: Props) {
  const fetcher = useFetcher<VerbAnswer>();
  const [campaignId, setCampaign] = useState(chosen);
  const [first, setFirst] = useState(ONCE);
  const [second, setSecond] = useState({ ...ONCE, limitWindow: "month" });
  const [hasSecond, setHasSecond] = useState(false);
  const answer = fetcher.data;
  const problems = answer && "refusal" in answer ? answer.problems : [];
  useFocusKept(fetcher.state !== "idle", answer !== undefined && "refusal" in answer);
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? false;
  const ask = () =>
    fetcher.submit(
      {
        ...{ campaignId, ...fieldsOf("first", first) },
        ...(hasSecond ? { hasSecond: "yes", ...fieldsOf("second", second) } : {}),
      },
      { method: "post", action: "/app/insights/what-if" },
    );
  return (
    <Card>
      <BlockStack gap="400">
        {answer && "refusal" in answer && problems.length === 0 ? (
          <RefusedBanner title="Not asked" message={answer.refusal.message} />
        ) : null}
        <FormLayout>
          <Select
            label="Campaign"
            options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            value={campaignId}
            error={errorOf("campaignId")}
            onChange={setCampaign}
          />
          <LimitFields
            label="Each customer could have used it"
            seasons={seasons}
            typed={first}
            errorOf={(field) => errorOf(`first.${field}`)}
            onChange={(changed) => setFirst({ ...first, ...changed })}
          />
          <Checkbox
            label="Try a second limit beside it"
            checked={hasSecond}
            onChange={setHasSecond}
          />
          {hasSecond ? (
            <LimitFields
              label="Or each customer could have used it"
              seasons={seasons}
              typed={second}
              errorOf={(field) => errorOf(`second.${field}`)}
              onChange={(changed) => setSecond({ ...second, ...changed })}
            />
          ) : null}
        </FormLayout>
        <TryButton action="campaign.edit" isBusy={fetcher.state !== "idle"} onTry={ask} />
        <Text as="p" variant="bodySm" tone="subdued">
          A policy or a threshold is tried under{" "}
          <Link url="/app/settings/policies/backtest">Backtest</Link>, by whoever may see flagged
          orders.
        </Text>
      </BlockStack>
    </Card>
  );
}

/** As the form posts them. */
function fieldsOf(side: TriedSide, typed: TypedLimit): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [`${side}.${name}`, value]),
  );
}
