import { beforeAll, describe, expect, test } from "vitest";

import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { olive, ours } = stage;
const ABSENT = "11111111-2222-4333-8444-555555555555";

let before: Record<string, string[]>;
beforeAll(async () => {
  before = await stage.dump();
});

const IDS = [
  "\0",
  "not-a-uuid",
  "",
  ABSENT,
  "%00",
  "../../etc/passwd",
  `${ABSENT}'--`,
  "9".repeat(5_000),
];
const naming = Object.keys(stage.posts).filter((id) => id.includes("$id"));

describe("an address that means nothing", () => {
  test.each(naming)("answers 404 to a post to %s", async (id) => {
    for (const wrong of IDS) {
      const answer = await olive.post(id, { ...stage.posts[id]?.(ours), params: { id: wrong } });
      expect.soft(answer.status, wrong.slice(0, 40)).toBe(404);
      expect
        .soft(answer.json().refusal?.message, wrong.slice(0, 40))
        .toMatch(/does not exist|not disqualified|no longer/);
    }
    expect(await stage.dump()).toEqual(before);
  });

  test.each([
    "app.campaigns.$id._index",
    "app.campaigns.$id.edit",
    "app.campaigns.$id.issued",
    "app.campaigns.$id.preview-sync",
    "app.review.$id",
    "app.settings.conventions.$id",
    "app.settings.conventions.$id_.renames",
    "app.settings.naming.fields.$id",
    "app.codes_.imports_.$id",
    "app.codes_.imports_.$id_.problems",
    "app.codes_.imports_.$id_.summary",
  ])("shows %s as not found", async (id) => {
    for (const wrong of IDS) {
      const answer = await olive.load(id, { params: { id: wrong } });
      expect.soft(answer.status, wrong.slice(0, 40)).toBe(404);
    }
  });

  test("has the app's own page for what is not found", async () => {
    const answer = await olive.load("app.$");
    expect(answer.status).toBe(404);
    expect(answer.json().refusal?.message).toMatch(/old or mistyped/);
  });
});

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const CURSORS = [
  "rubbish",
  "%00",
  cursorOf(null),
  cursorOf({}),
  cursorOf([">", 1, 2]),
  cursorOf([">", "", "not-a-number"]),
  cursorOf(["<", "", "-1"]),
  cursorOf([">", "x'; DROP TABLE campaign; --", ABSENT]),
  cursorOf([">", "\u0000", "\u0000"]),
  cursorOf([">", "9".repeat(200), "9".repeat(200)]),
];

describe("a list", () => {
  test.each([
    ...["app.campaigns._index", "app.codes", "app.review._index"],
    ...["app.settings.activity", "app.settings.privacy"],
  ])("%s takes any text for a cursor, a filter and a search", async (id) => {
    for (const cursor of CURSORS) {
      const answer = await olive.load(id, { search: `?cursor=${encodeURIComponent(cursor)}` });
      expect.soft(answer.status, cursor).toBe(200);
    }
    const odd = "?q=%25_%5C%00'\"&status=x&state=x&sort=x&campaign=x&days=x";
    expect((await olive.load(id, { search: odd })).status).toBe(200);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("a filter that means nothing", () => {
  test("is neither shown nor applied", async () => {
    const of = async <T>(id: string, search: string) =>
      (await olive.load(id, { search })).json<T>();
    type Codes = { query: { campaignId: string | null }; page: { total: number } };
    const codes = await of<Codes>("app.codes", "?campaign=zzz");
    expect(codes.query.campaignId).toBeNull();
    expect(codes.page.total).toBe((await of<Codes>("app.codes", "")).page.total);
    const { filter } = await of<{ filter: object }>(
      "app.review._index",
      "?assignee=yy&campaign=qq",
    );
    expect(filter).toMatchObject({ assignee: "", campaignId: "" });
    for (const wrong of ["?list=signal&signal=zzz", "?list=band&from=7", "?list=band", "?list=x"]) {
      const { choice } = await of<{ choice: object }>("app.settings.calibration_.cases", wrong);
      expect.soft(choice, wrong).toEqual({ list: "all" });
    }
  });
});

const FINE = { decision: "fine", reason: "known_customer" };
const ABUSE = {
  ...{ decision: "abuse", reason: "reseller" },
  ...{ disqualify: "campaign", step: "disqualify" },
};

describe("a decision", () => {
  test.each([
    ["without a reason", { decision: "fine", reason: " " }, "reason"],
    ["for a reason that is none", { decision: "fine", reason: "Because." }, "reason"],
    ["for another reason that is not said", { decision: "fine", reason: "other" }, "comment"],
    ["with a comment of a book's length", { ...FINE, comment: "a".repeat(501) }, "comment"],
    ["that is none", { decision: "shrug", reason: "other", comment: "Because." }, "decision"],
    ["that asks for a step that customers do not feel", { ...ABUSE, step: "hold" }, "step"],
    ["that disqualifies until never", { ...ABUSE, until: "2026-13-45" }, "until"],
    ["that disqualifies from nowhere", { ...ABUSE, disqualify: "group:99" }, "disqualify"],
  ])("%s is refused beside the field", async (_, form, field) => {
    const answer = await olive.post("app.review.$id", { params: { id: ours.flag }, form });
    expect(answer.status).toBe(422);
    expect(answer.json().problems?.map((each) => each.field)).toEqual([field]);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("U+0000, which no column can hold,", () => {
  test("is dropped from what a person wrote", async () => {
    const form = { reason: "A \0 mistake.", decision: "shrug" };
    expect((await olive.post("app.review.$id", { params: { id: ours.flag }, form })).status).toBe(
      422,
    );
    const role = await olive.post("app.settings.team_.role", {
      form: { staffId: "\0", role: "\0" },
    });
    expect(role.status).toBe(422);
    expect(await stage.dump()).toEqual(before);
  });
});

/** Last, because it changes things. */
describe("what was decided cannot be decided again", () => {
  test("a case", async () => {
    const form = { ...FINE, comment: "A\0 gift." };
    const decision = { params: { id: ours.flag }, form };
    expect((await olive.post("app.review.$id", decision)).status).toBe(200);
    const decided = await stage.dump();
    const again = await olive.post("app.review.$id", decision);
    expect(again.status).toBe(409);
    expect(again.json().refusal?.message).toMatch(/decided on this case already/);
    expect(await stage.dump()).toEqual(decided);
  });

  test("the end of a campaign", async () => {
    const target = { params: { id: ours.campaign } };
    expect((await olive.post("app.campaigns.$id.end", target)).status).toBe(200);
    const ended = await stage.dump();
    const again = await olive.post("app.campaigns.$id.resume", target);
    expect(again.status).toBe(409);
    expect(again.json().refusal?.message).toMatch(/has ended/);
    expect(await stage.dump()).toEqual(ended);
  });
});
