import { Banner, BlockStack, Layout, Page } from "@shopify/polaris";
import { useState } from "react";
import { describeBounds } from "#app/domain/fair-use/describe-policy.ts";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import type { PolicyOfShop } from "#app/domain/fair-use/summary.ts";
import { DraftTrial } from "#app/components/backtest/draft-trial.tsx";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { BoundsCard } from "./bounds-card.tsx";
import { PresetsCard } from "./presets-card.tsx";
import { RULE_FIELDS, RulesCard } from "./rules-card.tsx";
import { ShopperTextCard } from "./shopper-text-card.tsx";
import { VersionsCard } from "./versions-card.tsx";

/** What becomes of cases by themselves: rules as sentences, and how far they may go without a person. */
export function PolicyPage({ version, policy, highestScore, versions }: PolicyOfShop) {
  const { may } = useMay("policy.edit");
  const [draft, setDraft] = useState<FairUsePolicy>(policy);
  const [edited, setEdited] = useState<number | null>(null);
  const verb = useFormVerb("Policy saved", fieldsOf(draft), () => setEdited(null));
  const isDirty = JSON.stringify(draft) !== JSON.stringify(policy);
  const change = (changes: Partial<FairUsePolicy>) => setDraft({ ...draft, ...changes });
  const choose = (chosen: FairUsePolicy) => {
    setDraft(chosen);
    setEdited(null);
  };
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
        onDiscard={() => choose(policy)}
      />
      <BlockStack gap="400">
        {may ? null : <NotAllowedBanner action="policy.edit" />}
        <RefusedBanner title="Not saved" message={verb.refused} />
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <RulesCard
                rules={draft.rules}
                highestScore={highestScore}
                may={may}
                edited={edited}
                errorOf={verb.errorOf}
                onEdit={setEdited}
                onChange={(rules) => change({ rules })}
              />
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
              {may ? <PresetsCard onChoose={choose} /> : null}
              <VersionsCard version={version} versions={versions} onChoose={may ? choose : null} />
            </BlockStack>
          </Layout.Section>
        </Layout>
      </BlockStack>
    </Page>
  );
}

function fieldsOf({ rules }: FairUsePolicy): string[] {
  return [
    "memoryDays",
    "mostAutomatic",
    ...rules.flatMap((_, at) => RULE_FIELDS.map((field) => `rules.${at}.${field}`)),
  ];
}
