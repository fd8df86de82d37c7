import { BlockStack, Checkbox, Select, Text } from "@shopify/polaris";
import { MOST_CODES } from "#app/domain/campaign/read-codes.ts";
import type { CodeShape } from "#app/domain/code/code-space.ts";
import { lengthLimits } from "#app/domain/code/code-space.ts";
import { usualShape } from "#app/domain/code/usual-shape.ts";
import { GuessMeter } from "#app/components/code/guess-meter.tsx";
import { wholeNumber } from "#app/components/code/whole-number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import type { ConventionChoice, FormBinding } from "./binding.ts";
import { fieldId } from "./binding.ts";
import { TextInput } from "./text-input.tsx";

type Props = { form: FormBinding; convention: ConventionChoice | undefined };

/** How many codes the app makes, how long they are, and how hard they are to guess. */
export function UniqueCodes({ form, convention }: Props) {
  const { number } = useFormat();
  const { codeCount, codeLength } = form.values;
  const count = wholeNumber(codeCount);
  const said = convention?.unique ?? null;
  const shape = said ?? shapeOf(form, count ?? 1);
  const isChosen = said === null && !form.isExisting;
  return (
    <BlockStack gap="400">
      <TextInput
        form={form}
        field="codeCount"
        label="How many codes"
        inputMode="numeric"
        disabled={form.isExisting}
        helpText={`Up to ${number(MOST_CODES)}. They are made in the background; you can leave the page.`}
      />
      {isChosen ? (
        <ShapeChoice form={form} usual={usualShape(count ?? 1, shape.check).length} />
      ) : null}
      {said && !form.isExisting ? (
        <Text as="p" tone="subdued">
          {`After the name come ${said.length} characters${said.check ? ", the last a check character" : ""}, as “${convention?.name}” says.`}
        </Text>
      ) : null}
      {count !== null && !form.isExisting ? (
        <GuessMeter
          shape={shape}
          count={count}
          {...(isChosen && codeLength !== ""
            ? { onLength: (length: number) => form.set("codeLength", String(length)) }
            : {})}
        />
      ) : null}
    </BlockStack>
  );
}

function shapeOf({ values }: FormBinding, count: number): CodeShape {
  const usual = usualShape(count, values.codeCheck === "on");
  return values.codeLength === "" ? usual : { ...usual, length: Number(values.codeLength) };
}

function ShapeChoice({ form, usual }: { form: FormBinding; usual: number }) {
  const { codeLength } = form.values;
  const { min, max } = lengthLimits({ check: form.values.codeCheck === "on" });
  const lengths = Array.from({ length: max - min + 1 }, (_, i) => String(min + i));
  // A length that a check character made impossible stays to be seen, with the reason below.
  const isOther = codeLength !== "" && !lengths.includes(codeLength);
  const all = isOther ? [codeLength, ...lengths] : lengths;
  return (
    <>
      <Select
        id={fieldId("codeLength")}
        name="codeLength"
        label="How long"
        options={[
          { value: "", label: `As long as is safe: ${usual} characters` },
          ...all.map((length) => ({ value: length, label: `${length} characters` })),
        ]}
        value={codeLength}
        error={form.errorOf("codeLength")}
        helpText="What follows the name. No vowels, and nothing that is easily confused, such as 0 and O."
        onChange={(length) => form.set("codeLength", length)}
      />
      <Checkbox
        id={fieldId("codeCheck")}
        name="codeCheck"
        label="End each code with a check character"
        checked={form.values.codeCheck === "on"}
        error={form.errorOf("codeCheck")}
        helpText="It follows from the others, so one wrong or swapped character is noticed. It makes codes no harder to guess."
        onChange={(isTicked) => form.set("codeCheck", isTicked ? "on" : "")}
      />
    </>
  );
}
