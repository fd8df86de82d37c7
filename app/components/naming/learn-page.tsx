import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, Checkbox, Page, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Learned } from "#app/domain/naming/summary.ts";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { LearnedProposals } from "./learned-proposals.tsx";

type Answer = ({ ok: true } & Learned) | RefusalBody;

/** The wizard: where to learn from, then what was found there, each to be taken into use on its own. */
export function LearnPage() {
  const { may } = useMay("convention.edit");
  const fetcher = useFetcher<Answer>();
  const [store, setStore] = useState(true);
  const [bonafide, setBonafide] = useState(true);
  const [pasted, setPasted] = useState("");
  const isBusy = fetcher.state !== "idle";
  const answer = fetcher.data as Answer | undefined;
  const refused = answer && "refusal" in answer && !isBusy ? answer.refusal.message : null;
  const learned = answer && "ok" in answer && !isBusy ? answer : null;
  const hasSource = store || bonafide || pasted.trim() !== "";
  const start = () =>
    fetcher.submit(
      { store: store ? "on" : "", bonafide: bonafide ? "on" : "", pasted },
      { method: "post", action: "/app/settings/conventions/learn" },
    );
  return (
    <Page
      title="Learn from your codes"
      subtitle="Bonafide reads the codes you have and finds the conventions they follow already."
      backAction={{ content: "Conventions", url: "/app/settings/conventions" }}
    >
      <BlockStack gap="400">
        <NotAllowedBanner action="convention.edit" />
        <Card>
          <BlockStack gap="300" inlineAlign="start">
            <Text as="h2" variant="headingMd">
              1. Where your codes are
            </Text>
            <Checkbox
              label="Codes of this store in Shopify"
              helpText="The newest 2,000 discounts, or as many as Shopify lets us read in half a minute."
              checked={store}
              onChange={setStore}
            />
            <Checkbox
              label="Codes in Bonafide"
              helpText="Public codes and lists you brought."
              checked={bonafide}
              onChange={setBonafide}
            />
            <div style={{ alignSelf: "stretch" }}>
              <TextField
                label="Codes from elsewhere"
                autoComplete="off"
                multiline={3}
                maxHeight="14rem"
                monospaced
                spellCheck={false}
                maxLength={1_000_000}
                value={pasted}
                helpText="Paste them, one on each line or with commas between. Nothing is saved."
                onChange={setPasted}
              />
            </div>
            <Button
              variant="primary"
              disabled={!may || !hasSource}
              loading={isBusy}
              onClick={start}
            >
              Find conventions
            </Button>
          </BlockStack>
        </Card>
        <RefusedBanner title="Nothing was learned" message={refused} />
        <div role="status">
          {isBusy ? (
            <Text as="p" tone="subdued">
              Reading codes. A store with many discounts takes up to half a minute.
            </Text>
          ) : null}
        </div>
        {learned ? <LearnedProposals learned={learned} /> : null}
      </BlockStack>
    </Page>
  );
}
