import { beforeAll, describe, expect, test } from "vitest";

import { campaignForm } from "#test/support/campaign-form.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { olive, ours } = stage;
const ABSENT = "11111111-2222-4333-8444-555555555555";

let before: Record<string, string[]>;
beforeAll(async () => {
  before = await stage.dump();
});

type Form = Record<string, string>;

describe("more codes", () => {
  const post = (form: Form, id = ours.unique) =>
    olive.post("app.campaigns.$id.codes", { params: { id }, form });

  test.each(["", "0", "-1", "1.5", "1e5", "1000001", "١٢", " ", "9".repeat(10_000), "NaN"])(
    "are not made when “%s” of them are ordered",
    async (count) => {
      const answer = await post({ count });
      expect(answer.status).toBe(422);
      expect(answer.json().problems).toMatchObject([{ field: "count" }]);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test.each([ABSENT, "nobody", "' OR 1=1 --", "0".repeat(10_000)])(
    "are not taken from an import “%s”",
    async (importId) => {
      const answer = await post({ importId });
      expect(answer.status).toBe(422);
      expect(answer.json().refusal?.message).toMatch(/no longer there/);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test("are not for a campaign of one public code", async () => {
    for (const form of [{ count: "5" }, { importId: ours.import }]) {
      const answer = await post(form, ours.campaign);
      expect(answer.status).toBe(422);
      expect(answer.json().refusal?.message).toMatch(/no unique codes|one public code/);
    }
    expect(await stage.dump()).toEqual(before);
  });

  test("than four characters can tell apart are refused with how many would do", async () => {
    const answer = await olive.post("app.campaigns.new", {
      form: await campaignForm(olive, "WINTER26_10OFF", {
        ...{ codeKind: "unique", codeCount: "1000000", codeLength: "4" },
      }),
    });
    expect(answer.status).toBe(422);
    expect(answer.json().refusal?.message).toMatch(/\d/);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("a batch", () => {
  test.each(["", ABSENT, "nobody", "%00", "9".repeat(10_000)])(
    "“%s” cannot be cancelled",
    async (batchId) => {
      const answer = await olive.post("app.campaigns.$id.cancel-batch", {
        params: { id: ours.unique },
        form: { batchId },
      });
      expect(answer.status).toBe(404);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test("of one campaign cannot be cancelled through another", async () => {
    const answer = await olive.post("app.campaigns.$id.cancel-batch", {
      params: { id: ours.campaign },
      form: { batchId: ours.batch },
    });
    expect(answer.status).toBe(404);
    expect(await stage.dump()).toEqual(before);
  });
});

describe("chosen codes", () => {
  test.each(["", ",,,", "one,two", "-1", "1; DROP TABLE code", "9".repeat(19), "\0"])(
    "“%s” are none to try again",
    async (ids) => {
      const answer = await olive.post("app.codes_.retry", { form: { ids } });
      expect(answer.status).toBe(422);
      expect(answer.json().problems).toMatchObject([{ field: "ids" }]);
      expect(await stage.dump()).toEqual(before);
    },
  );

  test("that Shopify has not refused, or that nobody has, are left alone", async () => {
    const other = String(Number(ours.refusedCode) + 1);
    const answer = await olive.done("app.codes_.retry", {
      form: { ids: `${other},999999999999999999` },
    });
    expect(answer.json<{ count: number }>().count).toBe(0);
    expect(await stage.dump()).toEqual(before);
  });

  test.each(["x", "-1,' OR 1=1", "9".repeat(5_000), "\0"])(
    "“%s” are none to export either, and never all",
    async (ids) => {
      const loaded = await olive.load("app.codes_.export", {
        search: `?ids=${encodeURIComponent(ids)}`,
      });
      expect(loaded.status).toBe(200);
      // What is nothing at all asks for everything, as an export without a choice does.
      if (ids !== "\0") expect(loaded.text).toBe("code,campaign,state,uses\n");
    },
  );
});

describe("a saved view", () => {
  test.each<[string, Form, string]>([
    ["without a name", { name: " " }, "name"],
    ["called like the one of everything", { name: "aLL" }, "name"],
    ["with a name of 41 characters", { name: "a".repeat(41) }, "name"],
    ["of nothing filtered", { query: "?" }, "query"],
    ["with a filter of a book's length", { query: `q=${"a".repeat(1_000)}` }, "query"],
    ["that is no form", {}, "name"],
  ])("%s is refused", async (what, form, field) => {
    const good = what.endsWith("no form") ? {} : { name: "Mine", query: "q=A" };
    const answer = await olive.post("app.codes_.save-view", { form: { ...good, ...form } });
    expect(answer.status).toBe(422);
    expect(answer.json().problems).toMatchObject([{ field }]);
    expect(await stage.dump()).toEqual(before);
  });

  test.each(["", ABSENT, "nobody", "\0"])("“%s” cannot be deleted", async (id) => {
    const answer = await olive.post("app.codes_.delete-view", { form: { id } });
    expect(answer.status).toBe(404);
    expect(await stage.dump()).toEqual(before);
  });
});

const QUERIES = [
  "?part=__proto__:x",
  "?part=season",
  "?part=:",
  "?part=%00:%00",
  "?part=season:SUMMER&state=__proto__&campaign=%00",
  `?q=${"%25_".repeat(80)}`,
  `?q=${"A".repeat(10_000)}`,
  "?q=%E2%80%AESUMMER%E2%80%8B",
  `?campaign=${"9".repeat(5_000)}`,
  "?field=__proto__&days=constructor",
];

describe("what may be in an address by accident", () => {
  test.each(["app.codes", "app.codes_.export", "app.insights"])("does %s no harm", async (id) => {
    for (const search of QUERIES) {
      const answer = await olive.load(id, { search });
      expect.soft(answer.status, search.slice(0, 40)).toBe(200);
    }
    expect(await stage.dump()).toEqual(before);
  });

  test.each(["app.codes_.holder", "app.codes_.export"])(
    "does no harm where it is posted to %s",
    async (id) => {
      const holders = ["", "\0", "nobody", "9".repeat(30), "a@b".repeat(5_000), "\u202E@x.de"];
      for (const holder of holders) {
        const answer = await olive.post(id, { form: { holder, query: QUERIES[4] ?? "", ids: "" } });
        expect.soft(answer.status, holder.slice(0, 20)).toBe(200);
      }
      for (const query of QUERIES) {
        const answer = await olive.post(id, { form: { holder: "a@b.de", query, cursor: "x" } });
        expect.soft(answer.status, query.slice(0, 40)).toBe(200);
      }
      expect(await stage.dump()).toEqual(before);
    },
  );
});

describe("a list of codes", () => {
  test.each<[string, string, RegExp]>([
    ["that is empty", "", /no codes in it/],
    ["of empty lines", "\n\n\r\n", /no codes in it/],
  ])("%s leaves nothing behind", async (_, file, message) => {
    const answer = await olive.post("app.codes_.imports", { file });
    expect(answer.status).toBe(422);
    expect(answer.json().refusal?.message).toMatch(message);
    expect(await stage.dump()).toEqual(before);
  });

  test.each([
    ["code of 10,000 characters", "A".repeat(10_000)],
    ["code written from right to left", "\u202EABC"],
    ["code with a sign of no width", "AB\u200BC"],
    ["code that only looks right", "SUMMЕR-1"],
    ["formula", "=1+1"],
  ])("has its %s told apart, and forgotten with the rest", async (_, code) => {
    const staged = await olive.done("app.codes_.imports", { file: `GOOD-1001\n${code}\n` });
    const params = { id: staged.json<{ id: string }>().id };
    const summary = await olive.load("app.codes_.imports_.$id_.summary", { params });
    expect(summary.json()).toMatchObject({ good: 1, bad: 1, problems: [{ line: 2 }] });
    await olive.done("app.codes_.imports_.$id_.discard", { params });
    expect(await stage.dump()).toEqual(before);
  });
});
