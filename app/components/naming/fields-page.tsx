import { Badge, BlockStack, Box, Card, InlineStack, Link, Page, Text } from "@shopify/polaris";
import { expectationOf } from "#app/domain/naming/describe.ts";
import type { NamingField } from "#app/domain/naming/summary.ts";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { isEditable } from "./field-draft.ts";

/** What names can be made of: the shop's own parts, and those that come with Bonafide. */
export function FieldsPage({ fields }: { fields: readonly NamingField[] }) {
  const make = useAllowedLink("convention.edit", "/app/settings/naming/fields/new");
  const own = fields.filter(({ isOwn }) => isOwn);
  return (
    <Page
      title="Fields"
      subtitle="The parts that names are made of. Put them in braces in a convention’s pattern."
      backAction={{ content: "Conventions", url: "/app/settings/conventions" }}
      primaryAction={{ content: "New field", ...make }}
    >
      <BlockStack gap="400">
        <FieldCard title="Your fields" fields={own}>
          {
            "Make a field for what only your shop has, such as {partner} with the names of your partners."
          }
        </FieldCard>
        <FieldCard title="Built-in fields" fields={fields.filter(({ isOwn }) => !isOwn)} />
      </BlockStack>
    </Page>
  );
}

type Props = { title: string; fields: readonly NamingField[]; children?: string };

function FieldCard({ title, fields, children }: Props) {
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="200">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
      </Box>
      {fields.length === 0 ? (
        <Box padding="400" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {children}
          </Text>
        </Box>
      ) : (
        <ul className="bf-list">
          {fields.map((field) => (
            <li key={field.id}>
              <Box paddingBlock="300" paddingInline="400">
                <FieldRow field={field} />
              </Box>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function FieldRow({ field }: { field: NamingField }) {
  const { id, label, isOwn, isBuiltIn, usedBy } = field;
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <span className="bf-code">
          {isOwn || isEditable(field) ? (
            <Link url={`/app/settings/naming/fields/${id}`}>{`{${id}}`}</Link>
          ) : (
            `{${id}}`
          )}
        </span>
        <Text as="span" fontWeight="semibold">
          {label}
        </Text>
        {isOwn && isBuiltIn ? <Badge tone="info">Your values</Badge> : null}
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {expectationOf(field)}
      </Text>
      {usedBy.length > 0 ? (
        <Text as="p" variant="bodySm" tone="subdued" breakWord>
          {`Used by ${usedBy.map(({ name }) => `“${name}”`).join(", ")}`}
        </Text>
      ) : null}
    </BlockStack>
  );
}
