import { beforeAll, describe, expect, test } from "vitest";

import { campaignForm } from "#test/support/campaign-form.ts";
import { openStage } from "./fixtures/stage.ts";

// A search that goes back over what it read would not end before the tests' own time is over.
const stage = await openStage();
const { olive, ours } = stage;

let before: Record<string, string[]>;
beforeAll(async () => {
  before = await stage.dump();
});

type Form = Record<string, string>;
type Wrong = [what: string, form: Form, field: string, message: RegExp];

async function refused(route: string, form: Form, field: string, message: RegExp, params = {}) {
  const answer = await olive.post(route, { params, form });
  expect(answer.status).toBe(422);
  expect(answer.json().problems?.find((each) => each.field === field)?.message).toMatch(message);
  expect(await stage.dump()).toEqual(before);
}

describe("a naming convention", () => {
  test.each([
    ["without a name", { name: "", pattern: "X-{campaign}" }, "name"],
    ["without a pattern", { name: "Partners", pattern: "" }, "pattern"],
    ["with a field that does not exist", { name: "Partners", pattern: "{moon}" }, "pattern"],
    ["with an emoji", { name: "Partners", pattern: "🎉{campaign}" }, "pattern"],
    ["of a book's length", { name: "Partners", pattern: "X".repeat(5_000) }, "pattern"],
    ["that fits another's names", { name: "Partners", pattern: "{season}{yy}_{offer}" }, "pattern"],
  ])("%s is refused beside the field", async (_, form, field) => {
    const answer = await olive.post("app.settings.conventions.new", { form });
    expect(answer.status).toBe(422);
    expect(answer.json().problems?.map((each) => each.field)).toContain(field);
    expect(await stage.dump()).toEqual(before);
  });
});

const type = (value: unknown) => JSON.stringify(value);
const LIST = { kind: "list", values: [{ value: "A", label: "A" }] };

const FIELDS: Wrong[] = [
  ["named __proto__", { id: "__proto__" }, "id", /small letters and digits/],
  ["with signs in its name", { id: "a{b}" }, "id", /small letters and digits/],
  ["named in another script", { id: "pаrtner" }, "id", /small letters and digits/],
  ["with a label of 10,000 characters", { label: "a".repeat(10_000) }, "label", /at most 40/],
  ["without a label", { label: "" }, "label", /at most 40/],
  ["without a type", { type: "" }, "type", /Choose what may stand/],
  ["whose type is no JSON", { type: "{kind" }, "type", /Choose what may stand/],
  ["whose type is a list", { type: "[]" }, "type", /Choose what may stand/],
  ["whose kind is __proto__", { type: '{"kind":"__proto__"}' }, "type", /Choose what may stand/],
  [
    "that would change every object",
    { type: '{"kind":"percentage","__proto__":{"polluted":true}}' },
    "type",
    /Choose what may stand/,
  ],
  [
    "with more to say than it may",
    { type: type({ ...LIST, shopId: 1 }) },
    "type",
    /Choose what may stand/,
  ],
  ["with no value", { type: type({ ...LIST, values: [] }) }, "type", /has no values/],
  [
    "with a value written from right to left",
    { type: type({ ...LIST, values: [{ value: "\u202EAB", label: "A" }] }) },
    "type",
    /must be made of A–Z, 0–9/,
  ],
  [
    "with a value of no width",
    { type: type({ ...LIST, values: [{ value: "\u200B", label: "A" }] }) },
    "type",
    /must be made of A–Z, 0–9/,
  ],
  [
    "with a value of 10,000 characters",
    { type: type({ ...LIST, values: [{ value: "A".repeat(10_000), label: "A" }] }) },
    "type",
    /1 to 64 characters/,
  ],
  [
    "with numbers beyond all bounds",
    { type: '{"kind":"number","min":0,"max":1e300}' },
    "type",
    /whole numbers/,
  ],
  [
    "that runs backwards",
    { type: type({ kind: "word", min: 9, max: 2, charset: "letters" }) },
    "type",
    /from the smaller to the larger/,
  ],
];

describe("a field", () => {
  const good = { id: "sponsor", label: "sponsor", type: type(LIST) };

  test.each(FIELDS)("%s is refused beside what is wrong", async (_, form, field, message) => {
    await refused("app.settings.naming.fields.new", { ...good, ...form }, field, message);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test.each(FIELDS.filter(([, { id }]) => id === undefined))(
    "that exists is not changed into one %s",
    async (_, form, field, message) => {
      const params = { id: ours.field };
      await refused("app.settings.naming.fields.$id", { ...good, ...form }, field, message, params);
    },
  );

  test.each(["constructor", "tostring", "hasownproperty"])(
    "that is called {%s} is a field like others",
    async (id) => {
      const page = { params: { id } };
      expect((await olive.load("app.settings.naming.fields.$id", page)).status).toBe(404);
      await olive.done("app.settings.naming.fields.new", { form: { ...good, id } });
      expect((await olive.load("app.settings.naming.fields.$id", page)).status).toBe(200);
      await olive.done("app.settings.naming.fields.$id_.delete", page);
      expect((await olive.load("app.settings.naming.fields.$id", page)).status).toBe(404);
    },
  );
});

describe("a convention's pattern", () => {
  beforeAll(async () => {
    before = await stage.dump();
  });

  test.each<[string, string, RegExp]>([
    ["of ten thousand opening brackets", "[".repeat(10_000), /at most 500/],
    ["of brackets in brackets", "[".repeat(250) + "]".repeat(250), /cannot stand inside another/],
    ["of the same part fifty times", "{campaign}".repeat(50), /can be used once/],
    ["that can be left out altogether", "[A][B][C]", /nothing says when to use it/],
    ["written from right to left", "\u202EOFF-{percent}", /invisible character \(U\+202E\)/],
    ["with a sign of no width", "OFF\u200B-{percent}", /invisible character \(U\+200B\)/],
    ["with a letter of another script", "ОFF-{percent}", /looks like O but is another letter/],
    ["with __proto__ for a part", "{__proto__}", /There is no field {__proto__}/],
    ["with a property of every object for a part", "{constructor}", /There is no field/],
    ["that makes no name at all", "{number:9-1}", /from the smaller to the larger/],
    ["read in two ways", "{handle}{number}", /“\w+” could be read in two ways/],
  ])("%s is refused", async (_, pattern, message) => {
    const form = { name: "Partners", pattern };
    await refused("app.settings.conventions.new", form, "pattern", message);
    const params = { id: ours.convention };
    await refused("app.settings.conventions.$id", form, "pattern", message, params);
    const proposal = { ...form, fields: "[]", replaces: "" };
    await refused("app.settings.conventions.adopt", proposal, "pattern", message);
  });

  test("that makes 10^30 names and more is taken, and read in no time", async () => {
    const form = { name: "Anyone", pattern: "ANYONE-{handle:20-20}" };
    await olive.done("app.settings.conventions.new", { form });
    const { conventions } = await olive.read<{ conventions: { pattern: string; id: string }[] }>(
      "app.settings.conventions._index",
    );
    const id = conventions.find(({ pattern }) => pattern === form.pattern)?.id ?? "";
    await olive.done("app.settings.conventions.$id_.retire", { params: { id } });
    before = await stage.dump();
  });
});

describe("a campaign's name", () => {
  test.each<[string, string, RegExp]>([
    ["of 10,000 characters", "SUMMER26_".padEnd(10_000, "A"), /at most 255 characters/],
    ["of 10,000 characters, then a wrong one", `${"1".repeat(10_000)}!`, /at most 255 characters/],
    ["written from right to left", "\u202ESUMMER26_10OFF", /U\+202E.*Did you mean SUMMER26_10OFF/],
    ["with a sign of no width", "SUMMER26\u200B_10OFF", /U\+200B.*Did you mean SUMMER26_10OFF/],
    ["with a letter that only looks right", "SUMMЕR26_10OFF", /looks like E but is another letter/],
  ])("%s is refused, in words", async (_, name, message) => {
    const form = await campaignForm(olive, name);
    await refused("app.campaigns.new", form, "name", message);
  });
});

describe("learning", () => {
  test.each([
    ["nothing", ""],
    ["separators alone", " ,;\n\t".repeat(1_000)],
  ])("from %s says that there is nothing to learn from", async (_, pasted) => {
    await refused("app.settings.conventions.learn", { pasted }, "pasted", /Paste some/);
  });

  test.each([
    ["one code of 100,000 characters", "A1".repeat(50_000)],
    ["signs of no width and turned text", "\u200B\n\u202EABC\n\u2066X\u2069"],
    ["words of every object", "__proto__\nconstructor\ntoString\nhasOwnProperty"],
    ["tens of thousands of random codes", randomCodes(20_000)],
  ])("from %s ends in time and changes nothing", async (_, pasted) => {
    const answer = await olive.post("app.settings.conventions.learn", { form: { pasted } });
    expect(answer.status).toBe(200);
    expect(await stage.dump()).toEqual(before);
  });
});

/** The same ones each time: digits of a sequence that never repeats within them. */
function randomCodes(count: number): string {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647).toString(36).toUpperCase();
  return Array.from({ length: count }, () => next() + next()).join("\n");
}

describe("a proposal", () => {
  const good = { name: "Sponsors", pattern: "S-{percent}", fields: "[]", replaces: "" };

  test.each<[string, Form]>([
    ["without its fields", { fields: "" }],
    ["whose fields are no list", { fields: '{"__proto__":[]}' }],
    [
      "whose field is named __proto__",
      { fields: type([{ id: "__proto__", label: "A", type: LIST }]) },
    ],
    [
      "with a thousand fields",
      {
        fields: type(
          Array.from({ length: 1_000 }, (_, at) => ({ id: `f${at}`, label: "A", type: LIST })),
        ),
      },
    ],
  ])("%s is refused", async (_, form) => {
    const whole = { ...good, ...form };
    await refused("app.settings.conventions.adopt", whole, "fields", /could not be read/);
  });

  test.each(["nobody", "11111111-2222-4333-8444-555555555555", "\0"])(
    "in place of the convention “%s” is answered 404",
    async (replaces) => {
      // U+0000 is dropped, and nothing at all would mean a new convention.
      const form = { ...good, replaces: `${replaces}?` };
      const answer = await olive.post("app.settings.conventions.adopt", { form });
      expect(answer.status).toBe(404);
      expect(await stage.dump()).toEqual(before);
    },
  );
});

describe("a name check", () => {
  test.each(["", "__proto__", "constructor", "toString", "\0", "a".repeat(10_000)])(
    "called “%s” does not exist",
    async (rule) => {
      const form = { rule, severity: "off" };
      const answer = await olive.post("app.settings.naming.checks_.set", { form });
      expect(answer.status).toBe(404);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test.each(["", "fatal", "__proto__", "OFF"])("cannot be set to “%s”", async (severity) => {
    const form = { rule: "year", severity };
    await refused("app.settings.naming.checks_.set", form, "severity", /off, note, warning/);
  });
});
