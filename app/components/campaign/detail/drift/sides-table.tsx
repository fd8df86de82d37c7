import type { DriftChoice, DriftChoices, DriftSummary } from "#app/domain/discount/drift.ts";
import type { Names } from "#app/domain/discount/named.ts";
import type { TermsField } from "#app/domain/discount/terms.ts";
import { FIELD_LABELS } from "../field-words.ts";
import { SideChoice } from "./side-choice.tsx";
import { useValueWords } from "./use-value-words.ts";

type Props = {
  drift: DriftSummary;
  names: Names;
  choices: DriftChoices;
  /** Whether fields without a choice are to be complained about. */
  isMissing: boolean;
  onChoose: (field: TermsField, choice: DriftChoice) => void;
};

/** Each field as both sides say it and as they last agreed, with the choice beside it. On a phone a row is a block. */
export function SidesTable({ drift, names, choices, isMissing, onChoose }: Props) {
  const words = useValueWords(drift.campaign.currency, names);
  return (
    <table className="bf-sides">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Bonafide</th>
          <th scope="col">Last agreed</th>
          <th scope="col">Shopify</th>
          <th scope="col">What is to hold</th>
        </tr>
      </thead>
      <tbody>
        {drift.fields.map((each) => {
          const { field, ours, agreed, theirs, changedBy } = each;
          return (
            <tr key={field}>
              <th scope="row">{FIELD_LABELS[field]}</th>
              <td data-label="Bonafide">{words(field, ours)}</td>
              <td data-label="Last agreed">{words(field, agreed)}</td>
              <td data-label="Shopify">{words(field, theirs)}</td>
              <td>
                <SideChoice
                  field={field}
                  choice={choices[field]}
                  // Shopify's alone was changed, and yet not taken over: a campaign has no words for it.
                  isUnsayable={changedBy === "them"}
                  isMissing={isMissing && !choices[field]}
                  onChoose={(choice) => onChoose(field, choice)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
