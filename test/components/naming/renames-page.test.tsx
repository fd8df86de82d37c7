// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { RenamesPage } from "#app/components/naming/renames-page.tsx";
import type { RenameStep } from "#app/domain/naming/migrate/rename-plan.ts";
import type { RenameOverview } from "#app/domain/naming/summary.ts";

const convention = { id: "n1", name: "Seasonal", version: 2, pattern: "{season}{yy}" };

function overview(...steps: RenameStep[]): RenameOverview {
  const count = (kind: RenameStep["kind"]) => steps.filter((step) => step.kind === kind).length;
  return {
    convention,
    summary: {
      fits: count("fits"),
      rename: count("rename"),
      missing: count("missing"),
      taken: count("taken"),
      ended: count("ended"),
      newPublicCodes: 0,
      keptCodes: 0,
    },
    rows: steps.map((step, at) => ({ id: `c${at}`, name: `NAME${at}`, version: 1, uses: 3, step })),
  };
}

it("nothing to do is said", async () => {
  const page = await mount(<RenamesPage overview={overview()} />);
  expect(page.text()).toContain("There is nothing to do.");
});

it("what fits is brought up to date by one button", async () => {
  const posted: string[] = [];
  const relabel = {
    path: "/app/settings/conventions/n1/relabel",
    action: () => {
      posted.push("relabel");
      return { ok: true, count: 1 };
    },
  };
  const page = await mount(<RenamesPage overview={overview({ kind: "fits", dimensions: {} })} />, {
    others: [relabel],
  });
  await page.click(page.button("Bring 1 name up to date"));
  await page.settle(20);
  expect(posted).toEqual(["relabel"]);
  expect(page.asked.toasts).toEqual(["1 name brought up to date"]);
});

it.each<[RenameStep, string]>([
  [{ kind: "ended" }, "It is over, so it keeps its version."],
  [
    { kind: "taken", to: "SUMMER26", by: "c9" },
    "It would be called SUMMER26, but another campaign",
  ],
  [
    { kind: "rename", to: "SUMMER26", dimensions: {}, needs: ["A new public code."] },
    "It would be called SUMMER26. That takes:A new public code.",
  ],
  [
    {
      kind: "missing",
      fields: [
        {
          field: "region",
          label: "region",
          was: null,
          message: "The region is missing.",
          choices: Array.from({ length: 10 }, (_, at) => ({ value: `R${at}`, label: `R${at}` })),
          optional: false,
        },
      ],
    },
    "The region is missing. Choose from R0, R1, R2, R3, R4, R5, R6, R7 and 2 more.",
  ],
])("%o is told in words", async (step, said) => {
  const page = await mount(<RenamesPage overview={overview(step)} />);
  expect(page.text()).toContain(said);
  expect(page.text()).toContain("No older name reads by the newest version as it is");
});

it("a viewer sees the plan and may not carry it out", async () => {
  const page = await mount(<RenamesPage overview={overview({ kind: "fits", dimensions: {} })} />, {
    frame: viewerFrame,
  });
  expect(page.button("Bring 1 name up to date").getAttribute("aria-disabled")).toBe("true");
});
