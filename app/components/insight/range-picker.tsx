import {
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
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { INSIGHT_RANGES } from "#app/domain/insight/breakdown.ts";
import { daysIn, FIRST_DAY, type Range } from "#app/domain/insight/range.ts";

/**
 * `before`: the days it is compared with; without, nothing is, and all days can be looked at, too. `hour`: the only one of the
 * range's one day that is looked at.
 */
type Props = { range: Range; before?: Range; isBefore?: boolean; hour?: number | null };

/** The days that are looked at: so many up to today, or from one day to another. They stand in the address. */
export function RangePicker({ range, before, isBefore = true, hour = null }: Props) {
  const { day } = useFormat();
  const { params, change, isLoading } = useListAddress();
  const isAll = range.from === FIRST_DAY;
  const shown = isAll
    ? `All days up to ${day(range.to)}`
    : hour === null
      ? `${day(range.from)} – ${day(range.to)}`
      : `${day(range.from)}, ${hourText(hour)}, by the shop’s clock`;
  const days = params.has("from") ? null : daysIn(range);
  return (
    <BlockStack gap="300">
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
        <Days key={`${range.from} ${range.to}`} range={range} />
      </InlineStack>
      <Text as="p" variant="bodySm" tone="subdued">
        {before
          ? `${shown}, compared with ${day(before.from)} – ${day(before.to)}${isBefore ? ", the days before" : ""}`
          : shown}
      </Text>
      {hour === null ? null : (
        <InlineStack>
          <Button variant="plain" disabled={isLoading} onClick={() => change(ALL_DAY)}>
            Show the whole day
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** An hour belongs to one day: whoever goes to other days leaves it. */
const ALL_DAY = { hour: null };

/** "14:00 to 15:00". */
export function hourText(hour: number): string {
  const at = (each: number) => `${String(each).padStart(2, "0")}:00`;
  return `${at(hour)} to ${at(hour + 1)}`;
}

/** Begins anew when another range is shown. */
function Days({ range }: { range: Range }) {
  const { change, isLoading } = useListAddress();
  const id = useId();
  const [from, setFrom] = useState(range.from);
  const [to, setTo] = useState(range.to);
  const problem = from > to ? "The last day is before the first." : "";
  const isWrong = problem !== "" || from === "" || to === "";
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
        disabled={isWrong || (from === range.from && to === range.to)}
        loading={isLoading}
        onClick={() => change({ ...ALL_DAY, from, to, days: null })}
      >
        Show days
      </Button>
      {problem === "" ? null : <InlineError message={problem} fieldID={id} />}
    </InlineStack>
  );
}
