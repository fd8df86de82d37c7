import {
  Banner,
  BlockStack,
  Button,
  Card,
  InlineStack,
  Layout,
  Page,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { describeBounds, describeRule } from "#app/domain/fair-use/describe-policy.ts";
import { MOST_RULES, type FairUsePolicy, type FairUseRule } from "#app/domain/fair-use/policy.ts";
import type { PolicyOfShop } from "#app/domain/fair-use/summary.ts";
import { DraftTrial } from "#app/components/backtest/draft-trial.tsx";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { When } from "#app/components/format/when.tsx";
import { BoundsCard } from "./bounds-card.tsx";
import { PresetsCard } from "./presets-card.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { ShopperTextCard } from "./shopper-text-card.tsx";

const NEW_RULE: FairUseRule = {
  when: { kinds: [], minScore: 0.9, minOrders: 1, earlierAbuse: 0 },
  then: "hold",
  scope: "campaign",
  until: { kind: "period" },
};

/** What becomes of cases by themselves: rules as sentences, and how far they may go without a person. */
export function PolicyPage({ version, policy, versions }: PolicyOfShop) {
  const { may } = useMay("guard.manage");
  const [draft, setDraft] = useState<FairUsePolicy>(policy);
  const [edited, setEdited] = useState<number | null>(null);
  const verb = useFormVerb("Policy saved", fieldsOf(draft), () => setEdited(null));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(policy);
  const change = (changes: Partial<FairUsePolicy>) => setDraft({ ...draft, ...changes });
  const setRule = (at: number, rule: FairUseRule) =>
    change({ rules: draft.rules.map((each, index) => (index === at ? rule : each)) });
  const hasError = (at: number) =>
    RULE_FIELDS.some((field) => verb.errorOf(`rules.${at}.${field}`) !== false);
  return (
    <Page
      title="Policies"
      subtitle="What becomes of a case by itself when it opens. Decisions of your staff always count more."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <FormSaveBar
        id="policy"
        isDirty={isDirty && may}
        isSaving={verb.isBusy}
        onSave={() => verb.send("/app/settings/policies", { policy: JSON.stringify(draft) })}
        onDiscard={() => {
          setDraft(policy);
          setEdited(null);
        }}
      />
      <BlockStack gap="400">
        {may ? null : <NotAllowedBanner action="guard.manage" />}
        <RefusedBanner title="Not saved" message={verb.refused} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <Card>
                <BlockStack gap="400">
                  <Text as="h2" variant="headingMd">
                    Rules
                  </Text>
                  {draft.rules.length === 0 ? (
                    <Text as="p">
                      No rules: every case is held for review until a person decides.
                    </Text>
                  ) : (
                    <ol className="bf-list">
                      {draft.rules.map((rule, at) => (
                        <li key={at}>
                          <BlockStack gap="300">
                            <Text as="p" breakWord>
                              {describeRule(rule)}
                            </Text>
                            {may ? (
                              <InlineStack gap="200">
                                <Button
                                  size="slim"
                                  accessibilityLabel={`${edited === at ? "Close" : "Edit"} rule ${at + 1}`}
                                  onClick={() => setEdited(edited === at ? null : at)}
                                >
                                  {edited === at ? "Close" : "Edit"}
                                </Button>
                                <Button
                                  size="slim"
                                  accessibilityLabel={`Remove rule ${at + 1}`}
                                  onClick={() => {
                                    setEdited(null);
                                    change({ rules: draft.rules.filter((_, each) => each !== at) });
                                  }}
                                >
                                  Remove
                                </Button>
                              </InlineStack>
                            ) : null}
                            {edited === at || hasError(at) ? (
                              <RuleFields
                                rule={rule}
                                errorOf={(field) => verb.errorOf(`rules.${at}.${field}`)}
                                onChange={(changed) => setRule(at, changed)}
                              />
                            ) : null}
                          </BlockStack>
                        </li>
                      ))}
                    </ol>
                  )}
                  {may ? (
                    <InlineStack>
                      <Button
                        disabled={draft.rules.length >= MOST_RULES}
                        onClick={() => {
                          setEdited(draft.rules.length);
                          change({ rules: [...draft.rules, NEW_RULE] });
                        }}
                      >
                        Add rule
                      </Button>
                    </InlineStack>
                  ) : null}
                  <Text as="p" variant="bodySm" tone="subdued">
                    Of several rules that apply, the strictest counts. With none, the case is held
                    for review.
                  </Text>
                </BlockStack>
              </Card>
              <BoundsCard
                policy={draft}
                isDisabled={!may}
                errorOf={verb.errorOf}
                onChange={change}
              />
              <DraftTrial policy={draft} />
              <ShopperTextCard policy={draft} />
            </BlockStack>
          </Layout.Section>
          <Layout.Section variant="oneThird">
            <BlockStack gap="400">
              <Banner tone="info">{describeBounds(draft)}</Banner>
              {may ? (
                <PresetsCard
                  onChoose={(chosen) => {
                    setDraft(chosen);
                    setEdited(null);
                  }}
                />
              ) : null}
              <Card>
                <BlockStack gap="200">
                  <Text as="h2" variant="headingMd">
                    Versions
                  </Text>
                  {version === null ? (
                    <Text as="p">None was saved yet: everything waits for a person.</Text>
                  ) : (
                    <ul className="bf-list">
                      {versions.map((each) => (
                        <li key={each.version}>
                          <Text as="p">
                            {`Version ${each.version}${each.version === version ? ", in force" : ""}`}
                          </Text>
                          <Text as="p" variant="bodySm" tone="subdued">
                            {each.by}, <When at={each.at} />
                          </Text>
                        </li>
                      ))}
                    </ul>
                  )}
                </BlockStack>
              </Card>
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

const RULE_FIELDS = ["kinds", "minScore", "minOrders", "earlierAbuse", "then", "scope", "days"];

function fieldsOf({ rules }: FairUsePolicy): string[] {
  return [
    "memoryDays",
    "mostAutomatic",
    ...rules.flatMap((_, at) => RULE_FIELDS.map((field) => `rules.${at}.${field}`)),
  ];
}
