import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ImportSummary } from "#app/domain/code/import.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useDownload } from "#app/components/list/use-download.ts";

type Props = { summary: Pick<ImportSummary, "id" | "bad" | "problems"> };

/** The rows that cannot be used, by their line in the file, and why. */
export function ImportProblems({ summary }: Props) {
  const { number } = useFormat();
  const download = useDownload();
  const { id, bad, problems } = summary;
  if (bad === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {`${number(bad)} ${plural(bad, "row", "rows")} cannot be used`}
          </Text>
          <Button
            loading={download.isBusy}
            onClick={() => void download.start(`/app/codes/imports/${id}/problems`)}
          >
            Download all as CSV
          </Button>
        </InlineStack>
        <RefusedBanner title="Not downloaded" message={download.problem} />
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">What stands there</th>
              <th scope="col">Why not</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, text, reason }, at) => (
              <tr key={at}>
                <td>{number(line)}</td>
                <td className="bf-code">{text === "" ? "Nothing" : text}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {problems.length < bad ? (
          <Text as="p" tone="subdued">
            {`These are the first ${number(problems.length)} of ${number(bad)}.`}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
