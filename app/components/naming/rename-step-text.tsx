import { BlockStack, Link, List, Text } from "@shopify/polaris";
import type { MissingField, RenameStep } from "#app/domain/naming/migrate/rename-plan.ts";

/** Values beyond this are not read, only scrolled past. */
const CHOICES_SHOWN = 8;

/** What one campaign would take, and the way there. */
export function RenameStepText({ id, step }: { id: string; step: RenameStep }) {
  switch (step.kind) {
    case "fits":
      return <Text as="p">Only its labels in reports change.</Text>;
    case "ended":
      return <Text as="p">It is over, so it keeps its version.</Text>;
    case "taken":
      return (
        <Text as="p">
          {"It would be called "}
          <span className="bf-code">{step.to}</span>
          {", but "}
          <Link url={`/app/campaigns/${step.by}`}>another campaign</Link>
          {" has that name."}
        </Text>
      );
    case "missing":
      return (
        <List>
          {step.fields.map((field) => (
            <List.Item key={field.field}>{missing(field)}</List.Item>
          ))}
        </List>
      );
    case "rename":
      return (
        <BlockStack gap="100">
          <Text as="p">
            {"It would be called "}
            <span className="bf-code">{step.to}</span>
            {step.needs.length > 0 ? ". That takes:" : "."}
          </Text>
          {step.needs.length > 0 ? (
            <List>
              {step.needs.map((need) => (
                <List.Item key={need}>{need}</List.Item>
              ))}
            </List>
          ) : null}
          <Link url={`/app/campaigns/new?from=${id}`}>Duplicate it under the new name</Link>
        </BlockStack>
      );
  }
}

function missing({ message, choices }: MissingField): string {
  const values = choices.slice(0, CHOICES_SHOWN).map(({ value }) => value);
  const more = choices.length - values.length;
  if (values.length === 0) return message;
  return `${message} Choose from ${values.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
