import { Link, Text } from "@shopify/polaris";
import { useFormat } from "#app/components/format/use-format.ts";
import { tendencyOf } from "#app/components/home/trend.tsx";

type Props = {
  now: number | null;
  then: number | null;
  say: (value: number) => string;
  /** Where the orders of the period it is compared with are. */
  url?: string | undefined;
  behind?: string;
};

/** "up 12% from €1,200.00": how a number stands to the period it is compared with. */
export function Change({ now, then, say, url, behind = "orders" }: Props) {
  const { percent } = useFormat();
  if (then === null || now === null || (now === 0 && then === 0)) return null;
  const tendency = tendencyOf({ value: now, before: then });
  const before = (text: string) =>
    url ? (
      <Link url={url} accessibilityLabel={`${text}: see the ${behind} before`}>
        {text}
      </Link>
    ) : (
      text
    );
  return (
    <Text as="p" variant="bodySm" tone="subdued">
      {!tendency ? (
        "none before"
      ) : tendency.word === "unchanged" ? (
        before("as before")
      ) : (
        <>
          {`${tendency.word} ${percent(Math.abs(tendency.share))} from `}
          {before(say(then))}
        </>
      )}
    </Text>
  );
}
