import { beforeAll, describe, expect, test } from "vitest";

import { campaignForm } from "#test/support/campaign-form.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { olive, stranger, ours, theirs } = stage;
const EMPTY_EXPORT = "code,campaign,state,uses\n";

let before: Record<string, string[]>;
beforeAll(async () => {
  // What a person does on the first visit is done before, so that nothing but the attack could change anything.
  await stranger.read("app");
  before = await stage.dump();
});

/** The routes whose address or form names one thing. */
const naming = [
  ...Object.keys(stage.posts).filter((id) => id.includes("$id")),
  ...[
    "app.review.delete-view",
    "app.codes_.delete-view",
    "app.settings.conventions.adopt",
    "app.settings.team_.role",
    "app.settings.api-keys.revoke",
  ],
  "app.insights_.what-if_.cancel",
  ...["app.alarms.set-aside", "app.alarms.bring-back"],
  ...["app.leaks.end", "app.leaks.bring-back"],
  "app.settings.policies_.backtest_.cancel",
  ...["app.settings.seasons.save", "app.settings.seasons.delete"],
  ...["app.settings.directory.staff-only", "app.settings.directory.remove-owner"],
  ...["app.settings.people.lift", "app.settings.people.restore"],
];

describe("an admin of another shop, with this shop's ids", () => {
  test.each(naming)("is told by %s that there is no such thing", async (id) => {
    const answer = await stranger.post(id, stage.posts[id]?.(ours));
    expect(answer.status).toBe(404);
    expect(answer.json().refusal?.message).toMatch(
      /does not exist|has not opened|not disqualified|no longer|not in force/,
    );
    expect(answer.text).not.toContain("SUMMER26");
    expect(await stage.dump()).toEqual(before);
  });

  test.each([
    ["app.campaigns.$id._index", { params: { id: ours.campaign } }],
    ["app.campaigns.$id.edit", { params: { id: ours.campaign } }],
    ["app.campaigns.$id.issued", { params: { id: ours.campaign } }],
    ["app.campaigns.$id.preview-sync", { params: { id: ours.campaign } }],
    ["app.campaigns.new", { search: `?from=${ours.campaign}` }],
    ["app.leaks.$id", { params: { id: ours.leak } }],
    ["app.review.$id", { params: { id: ours.flag } }],
    ["app.settings.conventions.$id", { params: { id: ours.convention } }],
    ["app.settings.conventions.$id_.renames", { params: { id: ours.convention } }],
    ["app.settings.naming.fields.$id", { params: { id: ours.field } }],
    ["app.codes_.import", { search: `?campaign=${ours.campaign}` }],
    ["app.codes_.imports_.$id", { params: { id: ours.import } }],
    [
      "app.codes_.imports_.$id",
      { params: { id: theirs.import }, search: `?campaign=${ours.unique}` },
    ],
    ["app.codes_.imports_.$id_.problems", { params: { id: ours.import } }],
    ["app.codes_.imports_.$id_.summary", { params: { id: ours.import } }],
  ])("sees nothing at %s", async (id, target) => {
    const answer = await stranger.load(id, target);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain("SUMMER26");
  });

  test("cannot make a campaign by this shop's naming convention", async () => {
    const form = {
      ...stage.posts["app.campaigns.new"]?.(ours).form,
      conventionId: ours.convention,
    };
    const answer = await stranger.post("app.campaigns.new", { form });
    expect(answer.status).toBe(422);
    expect(answer.json().problems).toEqual([
      { field: "conventionId", message: "Choose a naming convention." },
    ]);
    expect(await stage.dump()).toEqual(before);
  });

  test("cannot cancel this shop's batch through a campaign of their own", async () => {
    const answer = await stranger.post("app.campaigns.$id.cancel-batch", {
      params: { id: theirs.unique },
      form: { batchId: ours.batch },
    });
    expect(answer.status).toBe(404);
    expect(await stage.dump()).toEqual(before);
  });

  test("cannot decide this shop's difference to Shopify through a campaign of their own", async () => {
    const { id: driftId, seen } = ours.drift;
    const answer = await stranger.post("app.campaigns.$id.decide-drift", {
      params: { id: theirs.campaign },
      form: { driftId, seen, choice: "keep" },
    });
    expect(answer.status).toBe(404);
    expect(await stage.dump()).toEqual(before);
  });

  test("cannot have codes this shop brought", async () => {
    const more = await stranger.post("app.campaigns.$id.codes", {
      params: { id: theirs.unique },
      form: { importId: ours.import },
    });
    const campaign = await stranger.post("app.campaigns.new", {
      form: await campaignForm(stranger, "WINTER26_10OFF", {
        ...{ codeKind: "list", importId: ours.import },
      }),
    });
    for (const answer of [more, campaign]) {
      expect(answer.status).toBe(422);
      expect(answer.json().problems).toMatchObject([{ field: "importId" }]);
    }
    expect(await stage.dump()).toEqual(before);
  });

  test("chooses this shop's codes for nothing: none is sent again, none is exported", async () => {
    const again = await stranger.post("app.codes_.retry", { form: { ids: ours.refusedCode } });
    expect(again.json<{ count: number }>().count).toBe(0);
    const posted = await stranger.post("app.codes_.export", {
      form: { query: "", ids: ours.refusedCode },
    });
    const loaded = await stranger.load("app.codes_.export", {
      search: `?ids=${ours.refusedCode}`,
    });
    for (const { text } of [posted, loaded]) expect(text).toBe(EMPTY_EXPORT);
    const whole = await stranger.load("app.codes_.export", { search: `?campaign=${ours.unique}` });
    expect(whole.text).toBe(EMPTY_EXPORT);
    expect(await stage.dump()).toEqual(before);
  });

  test("keeps a view, a check and a field of the same name apart from this shop's", async () => {
    await stranger.done("app.codes_.save-view", { form: { name: "Refused", query: "q=A" } });
    await stranger.done("app.settings.naming.checks_.set", {
      form: { rule: "year", severity: "off" },
    });
    await stranger.done("app.settings.naming.fields.new", {
      form: { id: ours.field, label: "theirs", type: '{"kind":"percentage"}' },
    });
    const { prisma } = stage.app.deps.database;
    const { id: shopId } = await prisma.shop.findUniqueOrThrow({
      where: { domain: olive.shop.domain },
    });
    const list = "codes";
    expect(await prisma.savedView.findMany({ where: { shopId, list } })).toMatchObject([
      { id: ours.view, query: "state=failed" },
    ]);
    expect(await prisma.lintSetting.findMany({ where: { shopId } })).toEqual([]);
    expect(await prisma.namingField.findMany({ where: { shopId } })).toMatchObject([
      { id: ours.field, label: ours.field },
    ]);
  });

  test("finds only their own in every list, though both have a code of that name", async () => {
    type Listed = { page: { total: number; rows: { id: string }[] } };
    const campaigns = await stranger.read<Listed>("app.campaigns._index", {
      search: "?q=SUMMER26",
    });
    const flags = await stranger.read<Listed>("app.review._index");
    const codes = await stranger.read<Listed>("app.codes", {
      search: `?campaign=${ours.campaign}`,
    });
    const trail = await stranger.read<Listed>("app.settings.activity");
    const { staff } = await stranger.read<{ staff: { id: string }[] }>("app.settings.team");
    expect(campaigns.page.rows.map(({ id }) => id)).toEqual([theirs.campaign]);
    expect(flags.page.rows.map(({ id }) => id)).toEqual([theirs.flag]);
    expect(codes.page.rows).toEqual([]);
    expect(JSON.stringify(trail)).not.toContain(ours.campaign);
    expect(staff.map(({ id }) => id)).not.toContain(ours.member);
  });
});
