import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useDeferredValue, useMemo, useState } from "react";
import type { Convention } from "#app/domain/naming/convention.ts";
import { tryCodes, type TriedCode } from "./try-codes.ts";

/** Codes somebody pastes, each read by the convention as it is typed now. */
export function CodeTrial({ convention }: { convention: Convention | null }) {
  const [text, setText] = useState("");
  const later = useDeferredValue(text);
  const tried = useMemo(() => (convention ? tryCodes(convention, later) : []), [convention, later]);
  const reads = tried.filter(({ ok }) => ok).length;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Try it on codes
        </Text>
        <TextField
          label="Codes, one on each line"
          autoComplete="off"
          multiline={3}
          maxHeight="12rem"
          monospaced
          spellCheck={false}
          value={text}
          helpText="Nothing is saved. The first 50 are read."
          onChange={setText}
        />
        <div aria-live="polite">
          {tried.length === 0 ? null : (
            <BlockStack gap="200">
              <Text as="p">{`${reads} of ${tried.length} follow the pattern.`}</Text>
              <TrialTable tried={tried} />
            </BlockStack>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}

function TrialTable({ tried }: { tried: readonly TriedCode[] }) {
  return (
    <table className="bf-evidence">
      <caption className="bf-unseen">What each code says</caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        {tried.map((code, index) => (
          <tr key={index}>
            <th scope="row">
              <span className="bf-code">{code.text}</span>
            </th>
            <td>
              {code.ok ? (
                code.says
              ) : (
                <>
                  <Text as="span" tone="critical">
                    {code.message}
                  </Text>
                  {code.suggestions.length > 0 ? (
                    <>
                      {" Nearest: "}
                      <span className="bf-code">{code.suggestions.join(", ")}</span>
                    </>
                  ) : null}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
