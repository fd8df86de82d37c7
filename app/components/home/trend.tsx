import { InlineStack, Link, Text } from "@shopify/polaris";
import type { Measure } from "#app/domain/insight/dashboard.ts";
import { useFormat } from "#app/components/format/use-format.ts";

export type Tendency = { word: "up" | "down" | "unchanged"; share: number } | null;

/** How a measure stands to the same length of time before; null when there is nothing to compare with. */
export function tendencyOf({ value, before }: Pick<Measure, "value" | "before">): Tendency {
  if (before === 0) return null;
  const share = (value - before) / Math.abs(before);
  return { word: share > 0 ? "up" : share < 0 ? "down" : "unchanged", share };
}

type Props = {
  measure: Measure;
  days: number;
  /** The value before, as text: "€1,200.00". */
  before: string;
  /** Where its orders are. */
  url: string;
  /** Whether more of it is good news; discount costs are neither. */
  moreIs: "good" | "neutral";
};

/** "▲ 12% from €1,200.00". The arrow carries the direction, so colour is never alone. */
export function Trend({ measure, days, before, url, moreIs }: Props) {
  const { percent } = useFormat();
  const tendency = tendencyOf(measure);
  if (!tendency) {
    return (
      <Text as="p" variant="bodySm" tone="subdued">
        {measure.value === 0 ? "None" : "None before"} in the {days} days before
      </Text>
    );
  }
  const isGood = moreIs === "good" && tendency.share > 0;
  const isBad = moreIs === "good" && tendency.share < 0;
  return (
    <InlineStack gap="100" wrap>
      <Text
        as="span"
        variant="bodySm"
        fontWeight="medium"
        tone={isGood ? "success" : isBad ? "critical" : "subdued"}
      >
        <Arrow word={tendency.word} /> <span className="bf-unseen">{tendency.word} </span>
        {percent(Math.abs(tendency.share))}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        from{" "}
        <Link
          url={url}
          monochrome
          accessibilityLabel={`${before} in the ${days} days before. See the orders`}
        >
          {before}
        </Link>
      </Text>
    </InlineStack>
  );
}

const SHAPES = { up: "M4 1 8 8H0Z", down: "M4 8 0 1h8Z", unchanged: "M0 3h8v2H0Z" };

/** Drawn, because not every font has arrows. */
function Arrow({ word }: { word: keyof typeof SHAPES }) {
  return (
    <svg width="8" height="8" viewBox="0 0 8 8" fill="currentColor" aria-hidden="true">
      <path d={SHAPES[word]} />
    </svg>
  );
}
