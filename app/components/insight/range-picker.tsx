import {
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  InlineError,
  InlineStack,
  Text,
  TextField,
} from "@shopify/polaris";
import { useId, useState } from "react";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { INSIGHT_RANGES } from "#app/domain/insight/breakdown.ts";
import type { DayPart } from "#app/domain/insight/day-part.ts";
import {
  daysIn,
  FIRST_DAY,
  isDayCount,
  MOST_DAYS,
  rangeProblem,
  type Range,
  type RangeProblem,
} from "#app/domain/insight/range.ts";
import { dayPartWords } from "./day-part-words.ts";

/**
 * `before`: the days it is compared with; without, nothing is, and all days can be looked at, too.
 * `part`: what of the range's one day is looked at.
 */
type Props = { range: Range; before?: Range; isBefore?: boolean; part?: DayPart | null };

/** The days that are looked at: so many up to today, or from one day to another. They stand in the address. */
export function RangePicker({ range, before, isBefore = true, part = null }: Props) {
  const { day, days: said } = useFormat();
  const { shop } = useFrame();
  const { params, change, isLoading } = useListAddress();
  const isAll = range.from === FIRST_DAY;
  const shown = isAll
    ? `All days up to ${day(range.to)}`
    : part
      ? `${day(range.from)}, ${dayPartWords(part, shop.timeZone)}, by the shop’s clock`
      : said(range);
  const most = before ? MOST_DAYS : Infinity;
  const textOf = (name: string) => (params.get(name) ?? "").trim().slice(0, 10);
  const asked = { from: textOf("from"), to: textOf("to") };
  const problem = asked.from + asked.to === "" ? null : rangeProblem(asked, most);
  const count = textOf("days");
  const isCounted =
    count === "" ||
    isDayCount(count) ||
    (count === "all" && !before) ||
    (!problem && asked.from !== "");
  const unused = problem
    ? WRONG_ADDRESS[problem]
    : isCounted
      ? null
      : `1 to ${MOST_DAYS} up to today can be shown.`;
  const days = params.has("from") && !problem ? null : daysIn(range);
  return (
    <BlockStack gap="300">
      {unused ? (
        <Banner tone="warning">
          <p>{`The days in the address are not used: ${unused}`}</p>
        </Banner>
      ) : null}
      <InlineStack gap="400" blockAlign="end">
        <ButtonGroup variant="segmented">
          {INSIGHT_RANGES.map((count) => (
            <Button
              key={count}
              pressed={count === days}
              disabled={isLoading}
              accessibilityLabel={`Last ${count} days`}
              onClick={() => change({ ...ALL_DAY, days: String(count), from: null, to: null })}
            >
              {`${count} days`}
            </Button>
          ))}
          {before ? null : (
            <Button
              pressed={isAll}
              disabled={isLoading}
              accessibilityLabel="All days"
              onClick={() => change({ ...ALL_DAY, days: "all", from: null, to: null })}
            >
              All
            </Button>
          )}
        </ButtonGroup>
        <Days key={`${range.from} ${range.to}`} range={range} most={most} />
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {before
          ? `${shown}, compared with ${said(before)}${isBefore ? ", the days before" : ""}`
          : shown}
      </Text>
      {part ? (
        <InlineStack>
          <Button variant="plain" disabled={isLoading} onClick={() => change(ALL_DAY)}>
            Show the whole day
          </Button>
        </InlineStack>
      ) : null}
    </BlockStack>
  );
}

/** A part belongs to one day: whoever goes to other days leaves it. */
const ALL_DAY = { part: null };

/** Beside the fields, where days that are none are not typed yet. */
const WRONG_FIELDS: Record<RangeProblem, string> = {
  no_day: "",
  reversed: "The last day is before the first.",
  too_long: `At most ${MOST_DAYS} days.`,
};

const WRONG_ADDRESS: Record<RangeProblem, string> = {
  no_day: "it takes two, such as 2026-06-01.",
  reversed: "the last is before the first.",
  too_long: `at most ${MOST_DAYS} can be shown.`,
};

/** Begins anew when another range is shown. */
function Days({ range, most }: { range: Range; most: number }) {
  const { change, isLoading } = useListAddress();
  const id = useId();
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const wrong = rangeProblem({ from, to }, most);
  const problem = wrong ? WRONG_FIELDS[wrong] : "";
  return (
    <InlineStack gap="200" blockAlign="end">
      <TextField label="First day" type="date" autoComplete="off" value={from} onChange={setFrom} />
      <TextField
        id={id}
        label="Last day"
        type="date"
        autoComplete="off"
        value={to}
        error={problem !== ""}
        onChange={setTo}
      />
      <Button
        disabled={wrong !== null || (from === range.from && to === range.to)}
        loading={isLoading}
        onClick={() => change({ ...ALL_DAY, from, to, days: null })}
      >
        Show days
      </Button>
      {problem === "" ? null : <InlineError message={problem} fieldID={id} />}
    </InlineStack>
  );
}
