// @vitest-environment jsdom
import { describe, expect, test } from "vitest";

import { mount, type Options } from "#test/components/support/mount.tsx";
import { sampleDetail, viewerFrame } from "#test/components/support/sample.ts";
import { ScheduleCard } from "#app/components/campaign/detail/schedule/schedule-card.tsx";
import type { ChangePreview, ChangeSummary, Schedule } from "#app/domain/schedule/change.ts";

const campaign = { ...sampleDetail, publicCode: { id: "9", code: "SUMMER26" }, totalCap: 100 };

const change: ChangeSummary = {
  id: "s1",
  action: { kind: "extend", endsAt: "2026-07-31T22:00:00.000Z" },
  state: "waiting",
  dueAt: "2026-06-12T08:00:00.000Z",
  given: null,
  ...{
    before: null,
    after: null,
    error: null,
    retryAt: null,
    doneAt: null,
    undoneAt: null,
    undoneBy: null,
  },
  createdAt: "2026-06-10T12:00:00.000Z",
  createdBy: "Mara Keller",
  undo: null,
};

const preview: ChangePreview = {
  action: { kind: "pause" },
  dueAt: "2026-06-12T08:00:00.000Z",
  isNow: false,
  before: { wanted: "on" },
  after: { wanted: "paused" },
  operations: [{ kind: "publish_guard" }, { kind: "stop_discount" }],
  ...{ calls: 3, points: 60, seconds: 0 },
  warnings: [
    { kind: "fails", action: "start", dueAt: "2026-06-13T08:00:00.000Z", why: "It is paused." },
  ],
  undo: "Can be undone: the codes work again.",
};

const show = (changes: ChangeSummary[], options: Options = {}) => {
  const schedule: Schedule = { changes, hasMore: false };
  return mount(<ScheduleCard campaign={campaign} schedule={schedule} />, options);
};

describe("what is listed", () => {
  test("says what, when in the shop's time, who, and the exact instant on hover", async () => {
    const page = await show([change]);
    expect(page.text()).toContain("Extend campaign to Aug 1, 2026, 12:00 AM GMT+2");
    expect(page.text()).toContain("Jun 12, 2026, 10:00 AM GMT+2 · asked by Mara Keller");
    expect(page.find("time").title).toBe("2026-06-12 08:00 UTC");
  });

  test("says the zone a time was given in, when the shop has moved", async () => {
    const given = { timeZone: "America/New_York", local: "2026-06-12T04:00" };
    const page = await show([{ ...change, given }]);
    expect(page.text()).toContain("Given as Jun 12, 2026, 4:00 AM in America/New York");
  });

  test("is cancelled while it waits, and undone when it was done, if that is possible", async () => {
    const posted: string[] = [];
    const others = ["cancel-change", "undo-change"].map((verb) => ({
      path: `/app/campaigns/c1/${verb}`,
      action: async ({ request }: { request: Request }) => {
        const sent = Object.fromEntries(await request.formData());
        posted.push(`${verb} ${sent["changeId"] as string}`);
        return { ok: true };
      },
    }));
    const done: ChangeSummary = {
      ...{ ...change, id: "s2", state: "done", action: { kind: "pause" } },
      undo: { may: true, why: "" },
    };
    const ended: ChangeSummary = {
      ...{ ...done, id: "s3", action: { kind: "end" } },
      undo: { may: false, why: "Ending is for good." },
    };
    const page = await show([change, done, ended], { others });
    await page.click(page.button("Undo: Pause campaign"));
    await page.click(page.button("Cancel: Extend campaign to Aug 1, 2026, 12:00 AM GMT+2"));
    await page.settle(20);
    expect(posted).toEqual(["undo-change s2", "cancel-change s1"]);
    expect(page.text()).toContain("Cannot be undone: Ending is for good.");
    expect(page.asked.toasts).toEqual(["Change undone", "Change cancelled"]);
  });

  test("says why one failed, and is set aside", async () => {
    const failed: ChangeSummary = { ...change, state: "failed", error: "It has no end." };
    const page = await show([failed]);
    expect(page.text()).toContain("It has no end.");
    expect(page.text()).toContain("Set aside");
  });

  test("says that one is tried again, and when", async () => {
    const error = "Something went wrong in Bonafide.";
    const page = await show([{ ...change, error, retryAt: "2026-06-12T09:30:00.000Z" }]);
    expect(page.text()).toContain(`${error} Next try: Jun 12, 2026, 11:30 AM GMT+2.`);
    expect(page.text()).toContain("Cancel change");
  });
});

describe("a change for later", () => {
  const open = async (answers: object[]) => {
    const asked: Record<string, string>[] = [];
    const page = await show([], {
      others: [
        {
          path: "/app/campaigns/c1/preview-change",
          shouldRevalidate: () => false,
          loader: ({ request }: { request: Request }) => {
            asked.push(Object.fromEntries(new URL(request.url).searchParams));
            return answers.shift() ?? null;
          },
        },
        {
          path: "/app/campaigns/c1/schedule",
          action: async ({ request }: { request: Request }) => {
            asked.push(Object.fromEntries(await request.formData()) as Record<string, string>);
            return { ok: true, id: "s9" };
          },
        },
      ],
    });
    await page.click(page.button("Change later…"));
    const select = (label: string) =>
      [...document.querySelectorAll("select")].find(
        ({ id }) => document.querySelector(`label[for="${id}"]`)?.textContent === label,
      );
    return { page, asked, select };
  };

  test("is not to start what has started", async () => {
    const { select } = await open([]);
    const kinds = [...(select("What")?.options ?? [])].map(({ value }) => value);
    expect(kinds).toContain("pause");
    expect(kinds).not.toContain("start");
  });

  test("is shown before it can be confirmed, and only as it was shown", async () => {
    const { page, asked, select } = await open([
      { ok: true, ...preview },
      { ok: true, ...preview },
    ]);
    await page.choose(select("What"), "pause");
    expect(() => page.button("Schedule change")).toThrow();
    await page.click(page.button("See what it does"));
    expect(page.text()).toContain("Choose a date and a time.");
    expect(document.activeElement).toBe(page.find('input[type="datetime-local"]'));
    await page.type(page.find('input[type="datetime-local"]'), "2026-06-12T10:00");
    await page.click(page.button("See what it does"));
    await page.settle(20);
    expect(page.text()).toContain("Campaign: On → Paused");
    expect(page.text()).toContain("Stop the discount in Shopify");
    expect(page.text()).toContain("would then fail: It is paused.");
    expect(page.text()).toContain("Can be undone: the codes work again.");
    await page.type(page.find('input[type="datetime-local"]'), "2026-06-12T11:00");
    expect(() => page.button("Schedule change")).toThrow();
    await page.click(page.button("See what it does"));
    await page.settle(20);
    await page.click(page.button("Schedule change"));
    await page.settle(20);
    expect(asked.map(({ action, at }) => `${action} ${at}`)).toEqual([
      "pause 2026-06-12T10:00",
      "pause 2026-06-12T11:00",
      "pause 2026-06-12T11:00",
    ]);
    expect(page.asked.toasts).toEqual(["Change scheduled"]);
    expect(page.text()).not.toContain("See what it does");
  });

  test("at a time that comes twice asks which", async () => {
    const message = "That time comes twice on this day.";
    const problems = [{ field: "atWhich", message }];
    const refusal = { kind: "invalid", message };
    const { page, asked, select } = await open([
      { refusal, problems },
      { ok: true, ...preview },
    ]);
    await page.choose(select("What"), "pause");
    await page.type(page.find('input[type="datetime-local"]'), "2026-10-25T02:30");
    await page.click(page.button("See what it does"));
    await page.settle(20);
    expect(page.text()).toContain(message);
    await page.choose(select("Which of the two"), "later");
    await page.click(page.button("See what it does"));
    await page.settle(20);
    expect(asked.at(-1)).toMatchObject({ at: "2026-10-25T02:30", atWhich: "later" });
    expect(page.button("Schedule change")).toBeTruthy();
  });

  test("is not offered to those who may not, nor of a campaign that has ended", async () => {
    const page = await show([], { frame: viewerFrame });
    expect(page.button("Change later…").getAttribute("aria-disabled")).toBe("true");
    const ended = { ...campaign, wanted: "ended" as const };
    const other = await mount(
      <ScheduleCard campaign={ended} schedule={{ changes: [], hasMore: false }} />,
    );
    expect(() => other.button("Change later…")).toThrow();
  });
});
