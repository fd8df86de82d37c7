import { ChoiceList } from "@shopify/polaris";
import { TimeField } from "./time-field.tsx";
import type { Change } from "./use-change.ts";

type Props = { isLater: boolean; onLater: (isLater: boolean) => void; change: Change };

/** Now, or at a time. */
export function WhenFields({ isLater, onLater, change }: Props) {
  return (
    <>
      <ChoiceList
        title="When"
        choices={[
          { value: "now", label: "Now" },
          { value: "later", label: "At a time" },
        ]}
        selected={[isLater ? "later" : "now"]}
        onChange={([chosen]) => onLater(chosen === "later")}
      />
      {isLater ? <TimeField label="Date and time" field="at" change={change} /> : null}
    </>
  );
}
