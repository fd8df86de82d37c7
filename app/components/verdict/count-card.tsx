import { Banner, BlockStack, Button, Card, Form, FormLayout, Select, Text } from "@shopify/polaris";
import type { WhyNotCount } from "#app/domain/verdict/answer.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useWhyNotCount } from "./use-why-not.ts";

type Props = { code: string; populations: readonly { value: string; label: string }[] };

/** How many could use the code today, and why not the others. */
export function CountCard({ code, populations }: Props) {
  const { of, setOf, count, isCounting, told, errorOf, refused } = useWhyNotCount(code);
  const wrong = errorOf("code");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          How many could use it today
        </Text>
        <RefusedBanner title="Not counted" message={refused ?? (wrong || null)} />
        <Form onSubmit={count}>
          <FormLayout>
            <Select
              label="Of"
              options={populations.map(({ value, label }) => ({ value, label }))}
              value={of}
              error={errorOf("of")}
              helpText="Customers with an account that ordered with a code, or are in a segment or have a tag that a campaign asks for; as if they were signed in."
              onChange={setOf}
            />
            <Button submit loading={isCounting} disabled={code.trim() === ""}>
              {code.trim() === "" ? "Enter a code to count" : `Count for ${code.trim()}`}
            </Button>
          </FormLayout>
        </Form>
        <div role="status">{told && !isCounting ? <Counted told={told} /> : null}</div>
      </BlockStack>
    </Card>
  );
}

function Counted({ told }: { told: WhyNotCount }) {
  const { number, percent } = useFormat();
  const { people, accept, notKnown, reasons, shopify, code, of } = told;
  const share = (some: number) => (people === 0 ? "–" : percent(some / people));
  return (
    <BlockStack gap="300">
      {shopify.length > 0 ? (
        <Banner tone="warning">
          <p>{`${shopify.join(" ")} The count is of what the rules at checkout say.`}</p>
        </Banner>
      ) : null}
      <Text as="p" fontWeight="semibold" breakWord>
        {`${number(accept)} of ${number(people)} ${plural(people, "customer", "customers")} could use ${code} today (${of}).`}
      </Text>
      {notKnown > 0 ? (
        <Text as="p">
          {`Of ${number(notKnown)} of them we know of no order; Shopify’s own count decides at checkout.`}
        </Text>
      ) : null}
      <table className="bf-evidence">
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col">Customers</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {[{ reason: "accept", words: "Not refused", people: accept }, ...reasons].map((row) => (
            <tr key={row.reason}>
              <th scope="row">{row.words}</th>
              <td>{number(row.people)}</td>
              <td>{share(row.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </BlockStack>
  );
}
