// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { CalibrationPage } from "#app/components/calibration/calibration-page.tsx";
import { fitScale } from "#app/domain/calibration/fit-scale.ts";
import {
  precisionByBand,
  precisionBySignal,
  precisionOf,
  type DecidedCase,
} from "#app/domain/calibration/precision.ts";
import type { CalibrationSummary } from "#app/domain/calibration/summary.ts";

const cases = Array.from({ length: 15 }, (_, at): DecidedCase => ({
  ...{ kinds: ["over_limit"], signals: ["over_limit"], score: 0.97, isScored: true },
  decision: at < 12 ? "abuse" : "fine",
}));
const NONE = { rows: [], of: 0 };
const found: CalibrationSummary = {
  scale: { knots: [], flagFrom: 0.825, verdicts: 0, fitted: null, thresholdSet: null },
  ...{ verdicts: 15, fitted: fitScale([]), all: precisionOf(cases) },
  ...{ bands: precisionByBand(cases), signals: precisionBySignal(cases) },
  ...{ missed: NONE, mistaken: NONE, unseen: NONE },
};
const show = (change: Partial<CalibrationSummary> = {}) =>
  mount(<CalibrationPage {...found} {...change} />);

it("says how often flags were right with the base and the range, by score and by signal", async () => {
  const page = await show();
  expect(page.text()).toContain("15 cases decided, of which 12 were what the flags said.");
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows).toContain("95% to 99%12 of 1580%, 54.8% to 93%");
  expect(rows).toContain("One person over the limit12 of 1580%, 54.8% to 93%");
  expect(rows).toContain("80% to 90%–");
});

it("says when orders that nobody looked at were placed, as other lists of orders do", async () => {
  const order = { ...{ id: "9", name: "#1009", code: null, score: 0.7 } };
  const rows = [
    { ...order, placedAt: "2026-05-30T10:00:00.000Z" },
    { ...order, id: "8", placedAt: "2026-06-01T10:00:00.000Z" },
  ];
  const page = await show({ unseen: { rows, of: 2 } });
  for (const day of ["May 30, 2026", "Jun 1, 2026"]) expect(page.text()).toContain(day);
});

it("opens the cases behind each number", async () => {
  await show();
  const urls = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  expect(urls).toEqual(
    expect.arrayContaining([
      "/app/settings/calibration/cases?list=all",
      "/app/settings/calibration/cases?list=band&from=0.95",
      "/app/settings/calibration/cases?list=signal&signal=over_limit",
    ]),
  );
});

it("draws the same, with a range where there is a case", async () => {
  await show();
  expect(document.querySelectorAll("svg .bf-chart-said")).toHaveLength(6);
  expect(document.querySelectorAll("svg .bf-chart-range")).toHaveLength(1);
  expect(document.querySelector(".bf-chart")?.textContent).toContain("12 of 15");
});

it("lists what was missed and what was fine, and leads to the cases", async () => {
  const wrong = {
    id: "c1",
    number: 7,
    decision: "abuse",
    orders: [{ id: "9", name: "#9" }],
  } as const;
  const missed = { rows: [{ ...wrong, orders: [...wrong.orders], score: null }], of: 30 };
  const page = await show({ missed });
  expect(page.text()).toContain("exact rule");
  expect(page.text()).toContain("These are the first 1 of 30. See all.");
  expect(document.querySelector("a[href='/app/review/c1']")?.textContent).toBe("Case 7");
});

it("says what to do while nobody has decided", async () => {
  const page = await show({ all: precisionOf([]), verdicts: 0 });
  expect(page.text()).toContain("Nobody has decided on a case yet.");
  expect(page.text()).toContain("As shipped: nothing was fitted to your shop yet.");
});

const threshold = () => document.querySelector<HTMLInputElement>("input")!;
const at = "2026-06-10T11:00:00.000Z";

it("tells who fitted the scale and who set the threshold apart", async () => {
  const page = await show({
    scale: {
      ...{ knots: fitScale([]), flagFrom: 0.9, verdicts: 10 },
      fitted: { version: 3, at, by: "Bonafide" },
      thresholdSet: { version: 4, at, by: "Olive Owner" },
    },
  });
  expect(page.text()).toContain("Version 3, fitted to 10 cases, by Bonafide");
  expect(page.text()).toContain("Set by Olive Owner");
  expect(page.text()).not.toContain("hardly anything");
});

it("says when hardly a score reaches the threshold, in force or typed", async () => {
  const page = await show();
  await page.type(threshold(), "100");
  expect(page.text()).toContain("Hardly anything reaches that: the highest score in your shop is");
  await page.type(threshold(), "90");
  expect(page.text()).not.toContain("Hardly anything");
  const knots = [
    { score: 0, likely: 0 },
    { score: 1, likely: 0.786 },
  ];
  const scale = { ...found.scale, knots, flagFrom: 0.8 };
  expect((await show({ scale })).text()).toContain(
    "The highest score in your shop is 78.6%, and orders are flagged from 80% on: only exact rules still flag them.",
  );
});

const posting = (answer: unknown, posted: unknown[]) => ({
  others: [
    {
      path: "/app/settings/calibration/threshold",
      action: async ({ request }: { request: Request }) => {
        posted.push(Object.fromEntries(await request.formData()));
        return answer;
      },
    },
  ],
});

it("shows the threshold as it is typed, and what is wrong with it beside the field", async () => {
  const posted: unknown[] = [];
  const message = "Enter a percentage from 50 to 100, such as 80.";
  const problems = [{ field: "flagFrom", message }];
  const answer = { refusal: { kind: "invalid", message }, problems };
  const page = await mount(<CalibrationPage {...found} />, posting(answer, posted));
  await page.click(page.button("Set threshold"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain(message);
  expect(posted).toEqual([{ flagFrom: "82.5" }]);
});

it("says that a threshold was set", async () => {
  const page = await mount(<CalibrationPage {...found} />, posting({ ok: true }, []));
  await page.click(page.button("Set threshold"));
  await expect.poll(() => page.asked.toasts, { timeout: 20_000 }).toEqual(["Threshold set"]);
});
