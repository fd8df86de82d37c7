import { Banner, BlockStack, Card, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { useDownload } from "./use-download.ts";
import { PageButtons } from "./page-buttons.tsx";

type Props = {
  title: string;
  subtitle: string;
  /** The page with the number. */
  back: { content: string; url: string };
  of: "orders" | "cases" | "checkouts" | "people";
  /** How many there are. */
  count: string;
  /** Said where there are none. */
  none: string;
  isEmpty: boolean;
  /** As the list's `next`. */
  next: string | null;
  /** Where the same is had as a file, if it can be. */
  exportUrl?: string;
  /** The table of this page of them. */
  children: ReactNode;
};

/** What a number counts, newest first, page by page. */
export function BehindPage({ title, subtitle, back, of, count, none, isEmpty, ...rest }: Props) {
  const { next, exportUrl, children } = rest;
  const download = useDownload();
  const exporting = exportUrl && {
    content: "Export CSV",
    disabled: download.isBusy || isEmpty,
    onAction: () => void download.start(exportUrl),
  };
  return (
    <Page
      title={title}
      subtitle={subtitle}
      backAction={back}
      secondaryActions={exporting ? [exporting] : []}
    >
      <BlockStack gap="400">
        {download.problem ? (
          <Banner tone="critical" title="Not exported">
            <p>{download.problem}</p>
          </Banner>
        ) : null}
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {count}
            </Text>
            {isEmpty ? (
              <Text as="p" tone="subdued">
                {none}
              </Text>
            ) : (
              children
            )}
            <PageButtons of={of} next={next} />
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}
