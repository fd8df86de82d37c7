import { ChoiceList } from "@shopify/polaris";
import type { DriftChoice } from "#app/domain/discount/drift.ts";
import type { TermsField } from "#app/domain/discount/terms.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { FIELD_LABELS } from "../field-words.ts";

type Props = {
  field: TermsField;
  choice: DriftChoice | undefined;
  /** A campaign cannot say Shopify's value: kept, it stays only there. */
  isUnsayable: boolean;
  isMissing: boolean;
  onChoose: (choice: DriftChoice) => void;
};

/** Which side is to hold in one field. */
export function SideChoice({ field, choice, isUnsayable, isMissing, onChoose }: Props) {
  const { may } = useMay("campaign.edit");
  return (
    <ChoiceList
      title={`${FIELD_LABELS[field]}: what is to hold`}
      titleHidden
      disabled={!may}
      selected={choice ? [choice] : []}
      {...(isMissing ? { error: "Choose one of the two." } : {})}
      onChange={([chosen]) => onChoose(chosen === "keep" ? "keep" : "restore")}
      choices={[
        {
          value: "keep",
          label: "Keep Shopify’s",
          ...(isUnsayable ? { helpText: "Stays only in Shopify: a campaign cannot say it." } : {}),
        },
        { value: "restore", label: "Restore ours" },
      ]}
    />
  );
}
