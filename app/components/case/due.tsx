import { Text } from "@shopify/polaris";
import type { CaseSummary } from "#app/domain/case/summary.ts";
import { When } from "#app/components/format/when.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";

/** When somebody should have looked, or has decided, in words; late ones are said to be late, not only shown in red. */
export function Due({ found }: { found: Pick<CaseSummary, "state" | "dueAt" | "decidedAt"> }) {
  const { now } = useFrame();
  if (found.decidedAt !== null)
    return (
      <Text as="span">
        {"Decided "}
        <When at={found.decidedAt} />
      </Text>
    );
  const isLate = found.state === "open" && found.dueAt < now;
  return (
    <Text as="span" {...(isLate ? { tone: "critical" as const } : {})}>
      {isLate ? "Was due " : "Due "}
      <When at={found.dueAt} />
    </Text>
  );
}
