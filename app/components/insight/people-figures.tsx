import { BlockStack, InlineGrid, Text } from "@shopify/polaris";
import type { NewAndReturning, Return } from "#app/domain/insight/people.ts";
import type { PeopleOf } from "#app/domain/insight/people-line.ts";
import type { Range } from "#app/domain/insight/range.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { Figure, Note } from "./figure.tsx";
import { peopleUrl } from "./lines-url.ts";

type Props = {
  people: NewAndReturning;
  returns: readonly Return[];
  /** Of what and when, for the orders behind each number. */
  slice: string;
  range: Range;
};

/** Who ordered with a code: new or known before, and whether they came back. */
export function PeopleFigures({ people, returns, slice, range }: Props) {
  const { number, percent } = useFormat();
  const { fresh, returning, unknown, isCounting } = people;
  const known = fresh + returning;
  const behind = (of: PeopleOf, count: number) =>
    count > 0 ? { url: peopleUrl(of, slice, range) } : {};
  const share = (count: number) => (known > 0 ? percent(count / known) : "–");
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
        <Figure label="Orders by new customers" value={share(fresh)} {...behind("new", fresh)}>
          <Note>{`${number(fresh)} of ${number(known)}`}</Note>
        </Figure>
        <Figure
          label="Orders by returning customers"
          value={share(returning)}
          {...behind("returning", returning)}
        >
          <Note>{`${number(returning)} of ${number(known)}`}</Note>
        </Figure>
        <Figure
          label="Orders by unknown customers"
          value={number(unknown)}
          {...behind("unknown", unknown)}
        >
          <Note>
            {isCounting
              ? "Some orders are still being told apart; look again in a minute"
              : "without account, e-mail or phone"}
          </Note>
        </Figure>
      </InlineGrid>
      <Text as="h3" variant="headingSm">
        Ordered again after a first order with a code
      </Text>
      <InlineGrid columns={{ xs: 2, md: 3 }} gap="400">
        {returns.map(({ days, eligible, repeated, rate, estimate }) => (
          <Figure
            key={days}
            label={`Within ${days} days`}
            value={rate === null ? "–" : percent(rate)}
            {...(eligible > 0
              ? { url: peopleUrl("again", slice, range, { within: String(days) }) }
              : {})}
          >
            <Note>
              {eligible === 0
                ? `Nobody’s ${days} days are over yet`
                : `${number(repeated)} of ${number(eligible)} whose ${days} days are over`}
            </Note>
            {estimate === null ? null : (
              <Note>{`${percent(estimate)} estimated for all (Kaplan–Meier)`}</Note>
            )}
          </Figure>
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
