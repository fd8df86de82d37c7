import { BlockStack, Card, Link, List, Text } from "@shopify/polaris";
import type { Leak } from "#app/domain/insight/leak.ts";
import { When } from "#app/components/format/when.tsx";
import { leakUrl } from "./leak-url.ts";
import { LeakOrders } from "./leak-words.tsx";

/** Codes of a campaign that are used outside their audience; nothing while there are none. */
export function LeaksCard({ leaks }: { leaks: readonly Leak[] }) {
  if (leaks.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          In hands it was not meant for?
        </Text>
        <List>
          {leaks.map((leak) => (
            <List.Item key={leak.id}>
              <Link url={leakUrl(leak.id)}>{leak.code}</Link>: <LeakOrders leak={leak} />
              {leak.ended ? (
                <>
                  {`; ${leak.ended.by} ended the alarm, `}
                  <When at={leak.ended.at} />
                </>
              ) : null}
            </List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
