// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { draftOf, isEditable, pastedValues, typeOf } from "#app/components/naming/field-draft.ts";
import { deleteConsequences } from "#app/components/naming/delete-field-modal.tsx";
import { FieldForm } from "#app/components/naming/field-form.tsx";
import { FieldPage } from "#app/components/naming/field-page.tsx";
import { FieldsPage } from "#app/components/naming/fields-page.tsx";
import type { FieldType } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import type { NamingField } from "#app/domain/naming/summary.ts";
import { partner } from "../convention/sample.ts";

const own: NamingField = { ...partner, isOwn: true, isBuiltIn: false, usedBy: [] };
const builtIn = BUILT_IN_FIELDS.map((field): NamingField => ({
  ...field,
  isOwn: false,
  isBuiltIn: true,
  usedBy: field.id === "season" ? [{ id: "n1", name: "Seasonal offers" }] : [],
}));

/** An empty list of synonyms says the same as none. */
function withSynonyms(type: FieldType): FieldType {
  if (type.kind !== "list") return type;
  const values = type.values.map(({ synonyms = [], ...value }) => ({ ...value, synonyms }));
  return { kind: "list", values };
}

describe("a draft", () => {
  it.each(BUILT_IN_FIELDS.filter(isEditable))("of {$id} is the field again", (field) => {
    const known = withSynonyms(field.type);
    expect(withSynonyms(typeOf(draftOf(field)))).toEqual(known);
  });

  it("keeps zeros before a number as digits", () => {
    const type = { kind: "number", min: 1, max: 999, digits: 3 } as const;
    const draft = draftOf({ id: "n", label: "n", type });
    expect(typeOf(draft)).toEqual(type);
    expect(typeOf({ ...draft, max: "9999" })).toMatchObject({ digits: 4 });
  });

  it("of a pasted list takes value, label and synonyms from each line", () => {
    expect(pastedValues("acme, Acme Inc., ACM, AC\n\n globex\tGlobex\nX;Y")).toEqual([
      { value: "acme", label: "Acme Inc.", synonyms: "ACM, AC" },
      { value: "globex", label: "Globex", synonyms: "" },
      { value: "X", label: "Y", synonyms: "" },
    ]);
  });

  it("leaves empty rows out, and calls a value by itself where it has no label", () => {
    const values = [
      { value: "acme", label: "", synonyms: "a, b" },
      { value: " ", label: "", synonyms: "" },
    ];
    expect(typeOf({ ...draftOf(null), values })).toEqual({
      kind: "list",
      values: [{ value: "ACME", label: "ACME", synonyms: ["A", "B"] }],
    });
  });
});

describe("the list of fields", () => {
  it("shows one’s own first, what each may hold and who uses it", async () => {
    const page = await mount(<FieldsPage fields={[own, ...builtIn]} />);
    expect(page.button("{partner}").getAttribute("href")).toBe(
      "/app/settings/naming/fields/partner",
    );
    expect(page.text()).toContain("ACME or GLOBEX");
    expect(page.text()).toContain("Used by “Seasonal offers”");
  });

  it("leads nowhere from what cannot change", async () => {
    const page = await mount(<FieldsPage fields={builtIn} />);
    expect(page.text()).toContain("{offer}");
    expect(() => page.button("{offer}")).toThrow();
    expect(page.text()).toContain("Make a field for what only your shop has");
  });
});

describe("the form", () => {
  it("posts what was typed; values pasted and removed", async () => {
    const posted: Record<string, unknown>[] = [];
    const page = await mount(
      <FieldForm initial={draftOf(null)} isNew usedBy={[]} answer={undefined} />,
      { action: (form) => posted.push(form) },
    );
    const [id, label] = document.querySelectorAll("input");
    await page.type(id!, "Partner");
    await page.type(label!, "partner");
    await page.type(page.find("textarea"), "acme, Acme\nglobex\ninitech");
    await page.click(page.button("Add to the list"));
    await page.click(page.button("Remove value 3 INITECH".replace("INITECH", "initech")));
    await page.click(page.button("Save"));
    await page.settle(20);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({ id: "partner", label: "partner" });
    expect(JSON.parse(posted[0]?.["type"] as string)).toEqual({
      kind: "list",
      values: [
        { value: "ACME", label: "Acme" },
        { value: "GLOBEX", label: "GLOBEX" },
      ],
    });
  });

  it("shows what is wrong beside the input, or above for the values, until something changes", async () => {
    const answer = {
      refusal: { kind: "invalid" as const, message: "" },
      problems: [
        { field: "label", message: "Give the field a name." },
        { field: "type", message: "“A” stands twice in the list of partner." },
      ],
    };
    const page = await mount(
      <FieldForm initial={draftOf(partner)} isNew={false} usedBy={[]} answer={answer} />,
    );
    expect(page.find("[id$=Error]").textContent).toContain("Give the field a name.");
    expect(page.text()).toContain("stands twice");
    await page.type(document.querySelectorAll("input")[1]!, "partners");
    expect(page.text()).not.toContain("stands twice");
  });

  it("says which conventions get a new version", async () => {
    const usedBy = [{ id: "n1", name: "Seasonal offers" }];
    const page = await mount(
      <FieldForm initial={draftOf(partner)} isNew={false} usedBy={usedBy} answer={undefined} />,
    );
    expect(page.text()).toContain("Saving makes a new version of “Seasonal offers”.");
    expect(page.find("ui-save-bar").dataset["open"]).toBeUndefined();
  });
});

it("deleting says what goes, and goes back to the list once it is done", async () => {
  const remove = {
    path: "/app/settings/naming/fields/partner/delete",
    action: () => ({ ok: true, id: "partner" }),
  };
  const page = await mount(<FieldPage field={own} answer={undefined} />, { others: [remove] });
  await page.click(page.button("Delete field"));
  expect(page.text()).toContain("{partner} and its 2 values are deleted. No convention uses it.");
  await page.click(page.button("Delete"));
  await page.settle(30);
  expect(page.asked.toasts).toEqual(["{partner} is deleted"]);
  expect(page.router.state.location.pathname).toBe("/app/settings/naming/fields");
});

it.each<[string, Partial<NamingField>, RegExp]>([
  ["one in use", { usedBy: [{ id: "1", name: "A" }] }, /cannot be deleted while “A” uses it/],
  ["one for a built-in", { isBuiltIn: true }, /the built-in ones come back/],
])("what deleting %s means", (_, change, said) => {
  expect(deleteConsequences({ ...own, ...change })).toMatch(said);
});
