import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { shopperText, type PolicyLanguage } from "#app/domain/fair-use/shopper-text.ts";

/** The same rules in words for shoppers, to be put on a page of the store. */
export function ShopperTextCard({ policy }: { policy: FairUsePolicy }) {
  const [language, setLanguage] = useState<PolicyLanguage>("en");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          For your shoppers
        </Text>
        <Text as="p" tone="subdued">
          Made from the rules above. Copy it to a page of your store, so that nobody is surprised.
        </Text>
        <Select
          label="Language"
          labelInline
          options={[
            { value: "en", label: "English" },
            { value: "de", label: "German" },
          ]}
          value={language}
          onChange={(value) => setLanguage(value === "de" ? "de" : "en")}
        />
        <blockquote className="bf-said" lang={language}>
          <BlockStack gap="200">
            {shopperText(policy, language).map((paragraph) => (
              <Text as="p" key={paragraph}>
                {paragraph}
              </Text>
            ))}
          </BlockStack>
        </blockquote>
      </BlockStack>
    </Card>
  );
}
