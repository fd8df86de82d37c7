import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { BODY_DAYS } from "#app/domain/insight/intake.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useFocusKept } from "#app/components/frame/use-focus-kept.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import type { VerbAnswer } from "#app/routing/outcome-response.ts";

/** How long webhooks are kept as they came. */
export function RetentionCard({ bodyDays }: { bodyDays: number }) {
  const fetcher = useFetcher<VerbAnswer>();
  const [text, setText] = useState(String(bodyDays));
  const { may } = useMay("privacy.manage");
  const answer = fetcher.data;
  const problem = answer && "refusal" in answer ? answer.refusal.message : undefined;
  useFocusKept(fetcher.state !== "idle", problem !== undefined);
  const save = () =>
    fetcher.submit(
      { bodyDays: text },
      { method: "post", action: "/app/settings/orders/retention" },
    );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          How long webhooks are kept
        </Text>
        <Text as="p" tone="subdued">
          They name shoppers. Numbers do not depend on them: they stay when the webhooks are gone.
        </Text>
        <FormLayout>
          <TextField
            id="field-bodyDays"
            label="Days"
            type="number"
            min={BODY_DAYS.least}
            max={BODY_DAYS.most}
            autoComplete="off"
            value={text}
            onChange={setText}
            disabled={!may}
            {...(problem ? { error: problem } : {})}
          />
        </FormLayout>
        <div>
          <AllowedButton
            action="privacy.manage"
            disabled={text === String(bodyDays)}
            loading={fetcher.state !== "idle"}
            onClick={save}
          >
            Save
          </AllowedButton>
        </div>
      </BlockStack>
    </Card>
  );
}
