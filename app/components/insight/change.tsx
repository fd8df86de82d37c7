import { Text } from "@shopify/polaris";
import { useFormat } from "#app/components/format/use-format.ts";
import { tendencyOf } from "#app/components/home/trend.tsx";

type Props = { now: number | null; then: number | null; say: (value: number) => string };

/** "up 12% from €1,200.00": how a number stands to the period it is compared with. */
export function Change({ now, then, say }: Props) {
  const { percent } = useFormat();
  if (then === null || now === null || (now === 0 && then === 0)) return null;
  const tendency = tendencyOf({ value: now, before: then });
  const text = tendency
    ? tendency.word === "unchanged"
      ? `as before`
      : `${tendency.word} ${percent(Math.abs(tendency.share))} from ${say(then)}`
    : "none before";
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {text}
    </Text>
  );
}
