import { beforeAll, describe, expect, test } from "vitest";

import { allRoutes } from "#test/support/routes.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { app, olive, ours } = stage;
const { prisma } = app.deps.database;
const verbs = Object.keys(stage.posts);

/** Posts that change nothing: a person's address and pasted codes belong into no address. */
const READING = [
  "app.codes_.holder",
  "app.codes_.export",
  "app.customers.find",
  "app.why-not_.ask",
  "app.review.preview",
  "app.settings.conventions.learn",
];
/** What whoever may look may do as well. */
const LOOKING = [
  "app.why-not_.ask",
  "app.codes_.holder",
  "app.codes_.export",
  "app.codes_.save-view",
  "app.codes_.delete-view",
];
/** Changes that are nobody's business later: how a list is looked at, what was asked, and codes nothing was done with yet. */
const UNRECORDED = [
  "app.review.save-view",
  "app.review.delete-view",
  "app.codes_.save-view",
  "app.codes_.delete-view",
  "app.codes_.imports",
  "app.codes_.imports_.$id_.discard",
  "app.insights_.what-if",
  "app.insights_.what-if_.cancel",
  "app.settings.policies_.backtest",
  "app.settings.policies_.backtest_.cancel",
];

type Frame = { actor: { role: string; name: string } };

async function roleOf(staff: StaffClient): Promise<string> {
  return (await staff.read<Frame>("app")).actor.role;
}

async function trail(): Promise<
  { action: string; actorName: string; before: unknown; after: unknown }[]
> {
  return prisma.auditEvent.findMany({
    where: { subjectKind: "staff" },
    orderBy: { id: "asc" },
    select: { action: true, actorName: true, before: true, after: true },
  });
}

test("every route that takes a post of staff is tried here", async () => {
  const posting = [...(await allRoutes())].flatMap(([id, { action }]) =>
    action && !id.startsWith("api.") ? [id] : [],
  );
  expect(verbs.toSorted()).toEqual(posting.toSorted());
});

describe("a viewer's post", () => {
  let viola: StaffClient;
  let before: Record<string, string[]>;
  beforeAll(async () => {
    viola = await StaffClient.of(app, "bonafide-demo", "Viola");
    before = await stage.dump();
  });

  test.each(verbs.filter((id) => !LOOKING.includes(id)))(
    "to %s is refused, saying who can help, and changes nothing",
    async (id) => {
      const answer = await viola.post(id, stage.posts[id]?.(ours));
      expect(answer.status).toBe(403);
      expect(answer.json().refusal?.message).toMatch(
        /^You need the .*admin role to .*An admin can give it to you/,
      );
      expect(await stage.dump()).toEqual(before);
    },
  );

  test.each(LOOKING)("to %s goes through, and changes nothing but the saved views", async (id) => {
    const views = await prisma.savedView.findMany();
    expect((await viola.post(id, stage.posts[id]?.(ours))).status).toBe(200);
    await prisma.savedView.deleteMany();
    await prisma.savedView.createMany({ data: views });
    expect(await stage.dump()).toEqual(before);
  });

  test.each([
    "app.codes_.imports_.$id",
    "app.codes_.imports_.$id_.problems",
    "app.codes_.imports_.$id_.summary",
  ])("codes that are not used yet are not shown at %s", async (id) => {
    const answer = await viola.load(id, { params: { id: ours.import } });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("VIP-1001");
  });

  test("the review list is not shown either", async () => {
    const answer = await viola.load("app.review._index");
    expect(answer.status).toBe(403);
    expect(answer.json().refusal?.message).toMatch(/see flagged orders/);
  });
});

describe("roles", () => {
  test("the owner is admin, everyone else starts as viewer", async () => {
    const edda = await StaffClient.of(app, "bonafide-demo", "Edda");
    expect([await roleOf(olive), await roleOf(edda)]).toEqual(["admin", "viewer"]);
    expect(await trail()).toContainEqual(
      expect.objectContaining({
        action: "staff.joined",
        actorName: "Edda Editor",
        after: { role: "viewer" },
      }),
    );
  });

  test("an admin sets another role: it holds from the next request on, and is on record", async () => {
    const edda = await StaffClient.of(app, "bonafide-demo", "Edda");
    await roleOf(edda);
    await olive.done("app.settings.team_.role", {
      form: { staffId: edda.staffId, role: "editor" },
    });
    expect(await roleOf(edda)).toBe("editor");
    expect((await trail()).at(-1)).toEqual({
      action: "staff.role_set",
      actorName: "Olive Owner",
      before: { role: "viewer" },
      after: { role: "editor" },
    });
    const allowed = await edda.post(
      "app.campaigns.$id.retry",
      stage.posts["app.campaigns.$id.retry"]?.(ours),
    );
    const refused = await edda.post("app.review.$id", stage.posts["app.review.$id"]?.(ours));
    expect([allowed.status, refused.status]).toEqual([200, 403]);
  });

  test("a reviewer decides on cases and makes no campaigns", async () => {
    const rafael = await StaffClient.of(app, "bonafide-demo", "Rafael");
    await roleOf(rafael);
    await olive.done("app.settings.team_.role", {
      form: { staffId: rafael.staffId, role: "reviewer" },
    });
    const refused = await rafael.post(
      "app.campaigns.new",
      stage.posts["app.campaigns.new"]?.(ours),
    );
    const allowed = await rafael.load("app.review.$id", { params: { id: ours.flag } });
    expect([refused.status, allowed.status]).toEqual([403, 200]);
  });

  test.each([
    ["of the owner", () => olive.staffId, "viewer", 422, /owner is always an admin/],
    ["that does not exist", () => ours.member, "emperor", 422, /one of the roles/],
    ["of nobody", () => "12", "editor", 404, /has not opened Bonafide/],
    ["of no number", () => "1 OR 1=1", "editor", 404, /has not opened Bonafide/],
  ])("a role %s cannot be set", async (_, staffId, role, status, message) => {
    const before = await stage.dump();
    const answer = await olive.post("app.settings.team_.role", {
      form: { staffId: staffId(), role },
    });
    expect(answer.status).toBe(status);
    expect(answer.json().refusal?.message).toMatch(message);
    expect(await stage.dump()).toEqual(before);
  });
});

/** Last, because it ends the campaign: shows that the posts refused above would have changed something. */
test.each(verbs)("an admin's post to %s goes through", async (id) => {
  if (id === "app.campaigns.$id.resume")
    await olive.done("app.campaigns.$id.pause", stage.posts[id]?.(ours));
  const before = await stage.dump();
  const answer = await olive.post(id, stage.posts[id]?.(ours));
  expect([200, 302]).toContain(answer.status);
  const { "public.audit_event": trail, ...after } = await stage.dump();
  const { "public.audit_event": trailBefore, ...dataBefore } = before;
  const more = (trail?.length ?? 0) - (trailBefore?.length ?? 0);
  if (READING.includes(id)) expect([after, more]).toEqual([dataBefore, 0]);
  else expect(after).not.toEqual(dataBefore);
  expect(more > 0).toBe(!READING.includes(id) && !UNRECORDED.includes(id));
});
