import { BlockStack, Card, Text } from "@shopify/polaris";
import {
  COMPARED_AMONG,
  COMPARED_CAMPAIGNS,
  COMPARED_WITH_CODES,
  SHOWN_PAIRS,
  type ImportSummary,
} from "#app/domain/code/import.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = { summary: Pick<ImportSummary, "lookAlikes" | "good"> };

/** Codes a shopper could take for one another. They can be used; it is for a person to decide whether they should. */
export function LookAlikes({ summary: { lookAlikes: pairs, good } }: Props) {
  const isPartly = good > COMPARED_WITH_CODES;
  if (pairs.length === 0 && !isPartly) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Codes that are easily confused
        </Text>
        <Text as="p" tone="subdued">
          {pairs.length === 0
            ? "None were found."
            : "A shopper who reads one of them from paper may type the other. They are imported as they are; leave out the ones you do not want to risk."}
        </Text>
        {pairs.length > 0 ? <Pairs pairs={pairs} /> : null}
        {isPartly ? <SearchedSoFar good={good} /> : null}
        {pairs.length >= SHOWN_PAIRS ? (
          <Text as="p" tone="subdued">
            {`Only the first ${SHOWN_PAIRS} pairs are shown.`}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Pairs({ pairs }: { pairs: ImportSummary["lookAlikes"] }) {
  return (
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
  );
}

/** What was not looked for in a file this long, so that nobody takes silence for safety. */
function SearchedSoFar({ good }: { good: number }) {
  const { number } = useFormat();
  const among =
    good > COMPARED_AMONG
      ? `Not among themselves, because there are more than ${number(COMPARED_AMONG)}, nor with`
      : "Among themselves, but not with";
  return (
    <Text as="p" tone="subdued">
      {`Codes that look the same were searched for everywhere; codes one letter apart with the names of your ${number(COMPARED_CAMPAIGNS)} newest campaigns. ${among} codes of your other lists: that is done for files of up to ${number(COMPARED_WITH_CODES)} codes.`}
    </Text>
  );
}
