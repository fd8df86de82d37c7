// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { onePage } from "../support/sample.ts";
import { sampleCaseDetail } from "../support/sample-case.ts";
import { QueuePage } from "#app/components/case/queue-page.tsx";
import { readCaseQuery } from "#app/components/case/list-query.ts";
import type { CaseSummary } from "#app/domain/case/summary.ts";

const caseOf = (number: number): CaseSummary => ({
  ...sampleCaseDetail.summary,
  ...{ id: `c${number}`, number },
});
const filter = readCaseQuery(new URL("http://app/app/review"));
const choices = { reviewers: [], campaigns: [], kinds: [] };
const show = (next: string | null, options: Options = {}) =>
  mount(
    <QueuePage
      page={{ ...onePage(caseOf(1), caseOf(2)), next }}
      filter={filter}
      choices={choices}
      views={[]}
    />,
    { at: "/app/review", ...options },
  );
const marked = () => document.querySelector(".bf-marked")?.getAttribute("data-case");
const ticked = () =>
  [...document.querySelectorAll<HTMLInputElement>("tbody input[type=checkbox]")].map(
    (box) => box.checked,
  );

beforeEach(() => sessionStorage.clear());

it("ticks and unticks the marked case by X, and decides on those that are ticked", async () => {
  const page = await show(null);
  await page.press("3");
  expect(page.asked.toasts).toEqual(["Tick cases first (X), or open one (O)"]);
  await page.press("j");
  await page.press("x");
  expect(ticked()).toEqual([false, true]);
  await page.press("x");
  expect(ticked()).toEqual([false, false]);
});

it("goes to the next page after the last case, and says where there is none", async () => {
  const page = await show("later");
  await page.press("j");
  expect(marked()).toBe("2");
  await page.press("j");
  expect(page.router.state.location.search).toBe("?cursor=later");
  const alone = await show(null);
  await alone.press("k");
  await alone.press("j");
  await alone.press("j");
  expect(marked()).toBe("2");
  expect(alone.asked.toasts).toEqual(["This is the first case", "This is the last case"]);
});

it("takes back one decision after the other by U, and says when there is none left", async () => {
  const posted: unknown[] = [];
  const undo = {
    path: "/app/review/undo",
    action: async ({ request }: { request: Request }) => {
      posted.push((await request.formData()).get("ids"));
      return { ok: true };
    },
  };
  const page = await show(null, { others: [undo] });
  const decide = (...numbers: number[]) => {
    const cases = numbers.map((number) => ({ id: `c${number}`, number }));
    const state = { decided: { cases, decision: "fine", left: 0 } };
    return act(async () => page.router.navigate("/app/review", { state }));
  };
  const settled = () => page.settle(20);
  await decide(5, 6);
  await settled();
  await decide(7, 8);
  await settled();
  expect(page.text()).toContain("Cases 7, 8: Fine");
  for (const key of ["u", "U", "u"]) {
    await page.press(key);
    await settled();
  }
  expect(posted).toEqual(["c7,c8", "c5,c6"]);
  expect(page.asked.toasts).toEqual([
    ...["Decisions taken back", "Decisions taken back", "Nothing to take back"],
  ]);
});
