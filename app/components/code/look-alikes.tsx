import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ImportSummary } from "#app/domain/code/import.ts";

/** Codes a shopper could take for one another. They can be used; it is for a person to decide whether they should. */
export function LookAlikes({ pairs }: { pairs: ImportSummary["lookAlikes"] }) {
  if (pairs.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Codes that are easily confused
        </Text>
        <Text as="p" tone="subdued">
          A shopper who reads one of them from paper may type the other. They are imported as they
          are; leave out the ones you do not want to risk.
        </Text>
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Looks like</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ code, other, why }) => (
              <tr key={`${code} ${other}`}>
                <td className="bf-code">{code}</td>
                <td className="bf-code">{other}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </BlockStack>
    </Card>
  );
}
