import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { isSoundPolicy, type FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { shopperText, type PolicyLanguage } from "#app/domain/fair-use/shopper-text.ts";

/** The same rules in words for shoppers, to be put on a page of the store. */
export function ShopperTextCard({ policy }: { policy: FairUsePolicy }) {
  const [language, setLanguage] = useState<PolicyLanguage>("en");
  const [said, setSaid] = useState<string | null>(null);
  const isSound = isSoundPolicy(policy);
  const paragraphs = isSound ? shopperText(policy, language) : [];
  const copy = () =>
    navigator.clipboard.writeText(paragraphs.join("\n\n")).then(
      () => setSaid("Copied."),
      () => setSaid("Your browser does not allow it here: select the text and copy it."),
    );
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
          onChange={(value) => {
            setLanguage(value === "de" ? "de" : "en");
            setSaid(null);
          }}
        />
        {isSound ? (
          <blockquote className="bf-said" lang={language}>
            <BlockStack gap="200">
              {paragraphs.map((paragraph) => (
                <Text as="p" key={paragraph}>
                  {paragraph}
                </Text>
              ))}
            </BlockStack>
          </blockquote>
        ) : (
          <Text as="p">
            Something above is not filled in right. Mend it, and the text is here again.
          </Text>
        )}
        <InlineStack gap="300" blockAlign="center">
          <Button disabled={!isSound} onClick={() => void copy()}>
            Copy text
          </Button>
          <Text as="span" variant="bodySm" tone="subdued">
            <span role="status">{said}</span>
          </Text>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
