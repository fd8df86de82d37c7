import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, FormLayout, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import type { HistoryPage } from "#app/domain/replay/history.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";
import { WINDOW_LABELS } from "#app/components/format/offer.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { TryButton } from "#app/components/job/try-button.tsx";

type Props = Pick<HistoryPage, "campaigns" | "seasons"> & { chosen: string };

/** Which campaign, and which limit in place of its own. */
export function WhatIfForm({ campaigns, seasons, chosen }: Props) {
  const fetcher = useFetcher<VerbAnswer>();
  const [campaignId, setCampaign] = useState(chosen);
  const [perCustomer, setPerCustomer] = useState("1");
  const [limitWindow, setWindow] = useState("lifetime");
  const [limitDays, setDays] = useState("30");
  const answer = fetcher.data;
  const problems = answer && "refusal" in answer ? answer.problems : [];
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? false;
  const ask = () =>
    fetcher.submit(
      { campaignId, perCustomer, limitWindow, limitDays },
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
          <FormLayout.Group>
            <TextField
              label="Each customer could have used it"
              autoComplete="off"
              inputMode="numeric"
              suffix={perCustomer.trim() === "1" ? "time" : "times"}
              helpText={errorOf("perCustomer") ? undefined : "Leave it empty for no limit."}
              value={perCustomer}
              error={errorOf("perCustomer")}
              onChange={setPerCustomer}
            />
            <Select
              label="Counted"
              options={[
                ...LIMIT_WINDOWS.map((value) => ({ value, label: WINDOW_LABELS[value] })),
                { value: "rolling", label: "within the last … days" },
                ...seasons.map(({ key, name }) => ({
                  value: `season:${key}`,
                  label: `in each ${name}`,
                })),
              ]}
              value={limitWindow}
              error={errorOf("limitWindow")}
              onChange={setWindow}
            />
          </FormLayout.Group>
          {limitWindow === "rolling" ? (
            <TextField
              label="Days"
              autoComplete="off"
              inputMode="numeric"
              suffix="days"
              value={limitDays}
              error={errorOf("limitDays")}
              onChange={setDays}
            />
          ) : null}
        </FormLayout>
        <TryButton action="campaign.edit" isBusy={fetcher.state !== "idle"} onTry={ask} />
      </BlockStack>
    </Card>
  );
}
