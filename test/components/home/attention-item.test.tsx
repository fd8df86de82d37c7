// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { AttentionEntry } from "#app/components/home/attention-item.tsx";
import { sampleCase } from "../support/sample-case.ts";

it.each([
  [1, "Case 12, order #1, due"],
  [3, "Case 12, orders #1, #2, #3, due"],
  [94, "Case 12, orders #1, #2, #3 and 91 more, due"],
])("a case of %i orders is told by the first of them", async (count, told) => {
  const orders = Array.from({ length: count }, (_, at) => ({ id: `${at}`, name: `#${at + 1}` }));
  const page = await mount(
    <AttentionEntry item={{ kind: "case", found: { ...sampleCase, orders } }} />,
  );
  expect(page.text()).toContain(told);
});
