import { beforeAll, describe, expect, test } from "vitest";

import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { stranger, ours, theirs } = stage;

let before: Record<string, string[]>;
beforeAll(async () => {
  // What a person does on the first visit is done before, so that nothing but the attack could change anything.
  await stranger.read("app");
  before = await stage.dump();
});

/** The routes whose address or form names something. */
const naming = Object.keys(stage.posts).filter((id) => id.includes("$id") || id.endsWith(".role"));

describe("an admin of another shop, with this shop's ids", () => {
  test.each(naming)("is told by %s that there is no such thing", async (id) => {
    const answer = await stranger.post(id, stage.posts[id]?.(ours));
    expect(answer.status).toBe(404);
    expect(answer.json().refusal?.message).toMatch(
      /does not exist|has not opened|not disqualified/,
    );
    expect(answer.text).not.toContain("SUMMER26");
    expect(await stage.dump()).toEqual(before);
  });

  test.each([
    ["app.campaigns.$id._index", { params: { id: ours.campaign } }],
    ["app.campaigns.$id.edit", { params: { id: ours.campaign } }],
    ["app.campaigns.new", { search: `?from=${ours.campaign}` }],
    ["app.review.$id", { params: { id: ours.flag } }],
    ["app.settings.conventions.$id", { params: { id: ours.convention } }],
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
