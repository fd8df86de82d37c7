import { BlockStack, Card, Layout, List, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

type Props = {
  title: string;
  subtitle?: string;
  back: { content: string; url: string };
  /** What a person wants to know before they use it, point by point. */
  guide: { title: string; points: readonly string[] };
  children: ReactNode;
};

/** A page that does one thing, with what to know about it at its side. */
export function GuidedPage({ title, subtitle, back, guide, children }: Props) {
  return (
    <Page title={title} {...(subtitle ? { subtitle } : {})} backAction={back}>
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">{children}</BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <Card>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                {guide.title}
              </Text>
              <List>
                {guide.points.map((point) => (
                  <List.Item key={point}>{point}</List.Item>
                ))}
              </List>
            </BlockStack>
          </Card>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
