import { BlockStack, List, Text } from "@shopify/polaris";
import type { ExplainedPart } from "#app/domain/naming/explain-convention.ts";
import type { ConventionError } from "#app/domain/naming/read-parts.ts";
import { placed, type PatternReading } from "./read-pattern.ts";

/** Names the pattern makes and what each part of it means; or where it cannot be read. */
export function PatternPreview({ pattern, reading }: { pattern: string; reading: PatternReading }) {
  return (
    <div aria-live="polite">
      {reading.ok ? (
        <BlockStack gap="300">
          <Examples examples={reading.examples} />
          <PartTable parts={reading.parts} />
        </BlockStack>
      ) : pattern === "" ? (
        <Text as="p" tone="subdued">
          Examples appear here once the pattern can be read.
        </Text>
      ) : (
        <Errors pattern={pattern} errors={reading.errors} />
      )}
    </div>
  );
}

function Examples({ examples }: { examples: readonly string[] }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        For example
      </Text>
      <List>
        {examples.map((example) => (
          <List.Item key={example}>
            <span className="bf-code">{example}</span>
          </List.Item>
        ))}
      </List>
      {examples.some((example) => example.includes("•")) ? (
        <Text as="p" variant="bodySm" tone="subdued">
          Bonafide makes the characters shown as •, different for every code.
        </Text>
      ) : null}
    </BlockStack>
  );
}

function PartTable({ parts }: { parts: readonly ExplainedPart[] }) {
  return (
    <table className="bf-evidence">
      <caption className="bf-unseen">What each part of the pattern means</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ at, text, meaning, optional }) => (
          <tr key={at}>
            <th scope="row">
              <span className="bf-code">{text}</span>
            </th>
            <td>{optional ? `${meaning} May be left out.` : meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The field says the first error; here is where it is, and what else is wrong. */
function Errors({ pattern, errors }: { pattern: string; errors: readonly ConventionError[] }) {
  const [first, ...others] = errors;
  const at = (first?.position ?? 1) - 1;
  return (
    <BlockStack gap="200">
      <p className="bf-code">
        {pattern.slice(0, at)}
        <mark>{pattern.charAt(at) || "\u00a0"}</mark>
        {pattern.slice(at + 1)}
      </p>
      {others.length > 0 ? (
        <List>
          {others.map((error) => (
            <List.Item key={`${error.position} ${error.message}`}>{placed(error)}</List.Item>
          ))}
        </List>
      ) : null}
    </BlockStack>
  );
}
