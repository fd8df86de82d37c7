import { BlockStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  label: string;
  value: string;
  /** Where the orders behind it are, or what else `behind` says. */
  url?: string | undefined;
  behind?: string;
  children?: ReactNode;
};

/** One number with its name above and what it rests on below. */
export function Figure({ label, value, url, behind = "orders", children }: Props) {
  return (
    <BlockStack gap="050">
      <Text as="h3" variant="bodySm" tone="subdued">
        {label}
      </Text>
      <Text as="p" variant="headingMd" numeric>
        {url ? (
          <Link url={url} accessibilityLabel={`${label}: ${value}. See the ${behind}`}>
            {value}
          </Link>
        ) : (
          value
        )}
      </Text>
      {children}
    </BlockStack>
  );
}

/** What stands below a number. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {children}
    </Text>
  );
}
