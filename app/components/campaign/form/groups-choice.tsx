import { ChoiceList } from "@shopify/polaris";
import { LIMIT_ROWS } from "#app/domain/campaign/form.ts";
import { groupIdOf } from "#app/domain/campaign/limit.ts";
import { GROUPS_MOST } from "#app/domain/policy/rule.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { idsIn, idsText } from "./ids.ts";

/** The groups whose limits count this campaign’s uses, too. Those that its own limits count over it is in anyway. */
export function GroupsChoice({ form }: { form: FormBinding }) {
  const { values, choices } = form;
  if (choices.groups.length === 0) return null;
  const chosen = idsIn(values.groups);
  const error = form.errorOf("groups");
  const isCounted = (number: number) =>
    LIMIT_ROWS.some((row) => values[row[0]] !== "" && values[row[5]] === groupIdOf(number));
  return (
    <div id={fieldId("groups")} tabIndex={-1}>
      <input type="hidden" name="groups" value={values.groups} />
      <ChoiceList
        allowMultiple
        title={`Its uses count in these groups, up to ${GROUPS_MOST}`}
        choices={choices.groups.map(({ number, name }) => ({
          value: String(number),
          label: name,
          disabled: isCounted(number),
        }))}
        selected={choices.groups
          .filter(({ number }) => chosen.includes(String(number)) || isCounted(number))
          .map(({ number }) => String(number))}
        onChange={(numbers) => form.set("groups", idsText(numbers))}
        {...(error ? { error } : {})}
      />
    </div>
  );
}
