import { BlockStack, Card, Layout, List, Page, Text } from "@shopify/polaris";
import type { CalibrationSummary } from "#app/domain/calibration/summary.ts";
import { MissedCards } from "./missed-cards.tsx";
import { PrecisionCards } from "./precision-cards.tsx";
import { ScaleCard } from "./scale-card.tsx";
import { ThresholdCard } from "./threshold-card.tsx";

/** Whether scores mean what they say: how often flags were right, what they missed, and the scale that follows from it. */
export function CalibrationPage(found: CalibrationSummary) {
  return (
    <Page
      title="Calibration"
      subtitle="How often flags were right, by what your staff decided, and what scores mean in your shop."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <PrecisionCards {...found} />
            <MissedCards {...found} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ThresholdCard scale={found.scale} />
            <ScaleCard {...found} />
            <Card>
              <BlockStack gap="200">
                <Text as="h2" variant="headingMd">
                  How to read it
                </Text>
                <List>
                  <List.Item>
                    A case is one verdict, however many orders are flagged in it; it counts at the
                    highest score it had when it was decided. Right is what was decided to be abuse,
                    and for households over their limit what was decided to be one.
                  </List.Item>
                  <List.Item>Ranges are Wilson’s, 95%: with few cases they are wide.</List.Item>
                  <List.Item>
                    Below the threshold nobody decides, so little is known there: what was missed is
                    at least what is listed.
                  </List.Item>
                </List>
              </BlockStack>
            </Card>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </Page>
  );
}
