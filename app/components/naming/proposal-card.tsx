import { Badge, BlockStack, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { LearnedConvention } from "#app/domain/naming/summary.ts";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

type Props = { proposal: LearnedConvention; distinct: number };

/** One convention found: how much it explains, what its parts hold, and a button that takes it into use. */
export function ProposalCard({ proposal, distinct }: Props) {
  const { number, percent } = useFormat();
  const [name, setName] = useState(proposal.name);
  const adopt = useVerb(`“${name}” is in use`);
  const { pattern, explains, share, examples, dimensions, fields, isKnown, clashes } = proposal;
  const [rival, ...others] = isKnown ? [] : clashes;
  const verb = rival ? `Use instead of “${rival.name}”` : "Use this convention";
  const use = () =>
    adopt.send("/app/settings/conventions/adopt", {
      name,
      pattern,
      fields: JSON.stringify(fields),
      replaces: rival?.id ?? "",
    });
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <h3 className="bf-code">{pattern}</h3>
          <Text as="p">
            {`Explains ${number(explains)} of ${number(distinct)} codes (${percent(share)}), such as `}
            <span className="bf-code">{examples.join(", ")}</span>
          </Text>
        </BlockStack>
        <dl className="bf-pair">
          {dimensions.map(({ field, label, values }) => (
            <Values key={field} label={label} values={values} />
          ))}
        </dl>
        {fields.length > 0 ? (
          <Text as="p" tone="subdued">
            {`Makes ${plural(fields.length, "a field", `${fields.length} fields`)} of your own: ${fields.map(({ id }) => `{${id}}`).join(", ")}.`}
          </Text>
        ) : null}
        {rival ? (
          <Text as="p">
            {`Names of this and “${rival.name}” could not be told apart, so this takes its place: campaigns named by it keep their version.`}
          </Text>
        ) : null}
        {others.length > 0 ? (
          <Text as="p" tone="caution">
            {`${others.map((other) => `“${other.name}”`).join(" and ")} would clash with it too. Retire ${plural(others.length, "it", "them")} first, under Conventions.`}
          </Text>
        ) : null}
        {isKnown || adopt.isDone ? (
          <InlineStack>
            <Badge tone="success">In use</Badge>
          </InlineStack>
        ) : (
          <BlockStack gap="200" inlineAlign="start">
            <TextField
              label="Name of the convention"
              autoComplete="off"
              maxLength={60}
              value={name}
              error={adopt.refused ?? false}
              onChange={setName}
            />
            <AllowedButton
              action="convention.edit"
              accessibilityLabel={`${verb}: ${pattern}`}
              loading={adopt.isBusy}
              onClick={use}
            >
              {verb}
            </AllowedButton>
          </BlockStack>
        )}
      </BlockStack>
    </Card>
  );
}

function Values({ label, values }: Omit<LearnedConvention["dimensions"][number], "field">) {
  const { number } = useFormat();
  return (
    <>
      <dt>{label.charAt(0).toUpperCase() + label.slice(1)}</dt>
      <dd>{values.map(({ value, count }) => `${value} (${number(count)})`).join(", ")}</dd>
    </>
  );
}
