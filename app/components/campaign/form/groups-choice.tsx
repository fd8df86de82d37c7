import { BlockStack, ChoiceList, Select } from "@shopify/polaris";
import { LIMIT_ROWS } from "#app/domain/campaign/form.ts";
import { groupIdOf } from "#app/domain/campaign/limit.ts";
import { GROUPS_MOST } from "#app/domain/policy/rule.ts";
import type { FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { ChosenList } from "./chosen-list.tsx";
import { idsIn, idsText } from "./ids.ts";

/** More than that are chosen from a menu: a page of boxes hides what comes below it. */
const MOST_BOXES = 8;

const TITLE = `Its uses count in these groups, up to ${GROUPS_MOST}`;

/** The groups whose limits count this campaign’s uses, too. Those that its own limits count over it is in anyway. */
export function GroupsChoice({ form }: { form: FormBinding }) {
  const { values, choices } = form;
  if (choices.groups.length === 0) return null;
  const chosen = idsIn(values.groups);
  const error = form.errorOf("groups");
  const isCounted = (number: number) =>
    LIMIT_ROWS.some((row) => values[row[0]] !== "" && values[row[5]] === groupIdOf(number));
  if (choices.groups.length > MOST_BOXES) return <GroupsMenu form={form} isCounted={isCounted} />;
  return (
    <div id={fieldId("groups")} tabIndex={-1}>
      <input type="hidden" name="groups" value={values.groups} />
      <ChoiceList
        allowMultiple
        title={TITLE}
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

type MenuProps = { form: FormBinding; isCounted: (number: number) => boolean };

/** The same for many groups: those it is in, and a menu that adds one. */
function GroupsMenu({ form, isCounted }: MenuProps) {
  const { groups } = form.choices;
  const ids = idsIn(form.values.groups);
  const counted = groups.filter(({ number }) => isCounted(number)).map(({ name }) => name);
  const isIn = (number: number) => ids.includes(String(number)) || isCounted(number);
  return (
    <BlockStack gap="200">
      <input type="hidden" name="groups" value={form.values.groups} />
      <ChosenList
        label={TITLE}
        items={groups
          .filter(({ number }) => ids.includes(String(number)))
          .map(({ number, name }) => ({
            id: String(number),
            name,
            onRemove: () =>
              form.set("groups", idsText(ids.filter((each) => each !== String(number)))),
          }))}
      />
      <Select
        id={fieldId("groups")}
        label={TITLE}
        options={[
          { value: "", label: "Choose a group" },
          ...groups
            .filter(({ number }) => !isIn(number))
            .map(({ number, name }) => ({ value: String(number), label: name })),
        ]}
        value=""
        error={form.errorOf("groups")}
        {...(counted.length > 0
          ? { helpText: `Its limits count over ${counted.join(", ")}, so it is in there, too.` }
          : {})}
        onChange={(number) => form.set("groups", idsText([...ids, number].filter(Boolean)))}
      />
    </BlockStack>
  );
}
