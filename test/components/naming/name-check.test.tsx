// @vitest-environment jsdom
import { useLocation } from "@remix-run/react";
import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { NO_CHOICES, sampleConventions, sampleDetail, sampleFrame } from "../support/sample.ts";
import { NameCard as CampaignNameCard } from "#app/components/campaign/detail/name-card.tsx";
import { CampaignFormCards } from "#app/components/campaign/form/campaign-form.tsx";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";
import type { NameVerdict } from "#app/domain/naming/summary.ts";

const initial = { ...emptyCampaignForm("2026-06-10T14:00"), conventionId: "n1" };
const lint: Lint = {
  rule: "percentage",
  severity: "error",
  field: "offer",
  message: "“15OFF” says 15%, but the discount is 10%.",
  fixes: [
    { kind: "rename", name: "SUMMER26_10OFF" },
    { kind: "set_offer", offer: { kind: "percentage", basisPoints: 1_500 } },
  ],
};

const fine = (change: Partial<Extract<NameVerdict, { ok: true }>> = {}): NameVerdict => ({
  ok: true,
  options: [],
  dimensions: [{ field: "season", label: "Season", value: "Summer" }],
  lints: [],
  warnings: [],
  ...change,
});

const wrong: NameVerdict = {
  ok: false,
  options: [{ text: "SUMMER", label: "Summer", field: "season" }],
  message: "“SUMER” is not a season.",
  position: 1,
  suggestions: [
    { name: "SUMMER26_FREESHIP", conventionId: "n1", conventionName: "Seasonal" },
    { name: "B2B-10", conventionId: "n2", conventionName: "Partners" },
  ],
};

async function open(...verdicts: NameVerdict[]) {
  const asked: URLSearchParams[] = [];
  const check = {
    path: "/app/campaigns/check-name",
    loader: ({ request }: { request: Request }) => {
      const params = new URL(request.url).searchParams;
      asked.push(params);
      const verdict = verdicts[Math.min(asked.length, verdicts.length) - 1];
      return { name: params.get("name"), conventionId: params.get("conventionId"), verdict };
    },
  };
  const page = await mount(
    <CampaignFormCards
      initial={initial}
      conventions={sampleConventions}
      choices={NO_CHOICES}
      isExisting={false}
      answer={undefined}
    />,
    { others: [check] },
  );
  const name = page.find<HTMLInputElement>("#field-name");
  const type = async (text: string) => {
    await page.type(name, text);
    await page.settle(300);
  };
  return { page, asked, name, type };
}

describe("the live check of the name", () => {
  it("shows the parts of a name that fits, and what is to be minded", async () => {
    const warnings = ["There is already a campaign named so."];
    const { page, asked, type } = await open(fine({ warnings }));
    await type("SUMMER26_FREESHIP");
    expect(page.text()).toContain("SeasonSummer");
    expect(page.text()).toContain("There is already a campaign named so.");
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      name: "SUMMER26_FREESHIP",
      conventionId: "n1",
      offerKind: "percentage",
      percentage: "10",
      startsAt: "2026-06-10T14:00",
    });
  });

  it("says beside the field what is wrong, and puts the nearest name in at a click", async () => {
    const { page, name, type } = await open(wrong);
    await type("SUMER26_FREESHIP");
    expect(page.find("#field-nameError").textContent).toContain("“SUMER” is not a season.");
    await page.click(page.button("Use SUMMER26_FREESHIP"));
    expect(name.value).toBe("SUMMER26_FREESHIP");
    // The old verdict spoke of another name.
    expect(document.querySelector("#field-nameError")).toBeNull();
  });

  it("names the convention of a name that is another’s", async () => {
    const { page, name, type } = await open(wrong);
    await type("B2B10");
    await page.click(page.button("Use B2B-10 (Partners)"));
    expect(name.value).toBe("B2B-10");
  });

  it("offers how to go on, and takes it at a click", async () => {
    const { page, name, type } = await open(wrong);
    await act(async () => name.focus());
    await type("SUM");
    await page.click(page.find("[role=option]"));
    expect(name.value).toBe("SUMMER");
  });
});

describe("a name that contradicts its discount", () => {
  it("is told so with how much it matters, and put right by the name", async () => {
    const { page, name, type } = await open(fine({ lints: [lint] }));
    await type("SUMMER26_15OFF");
    expect(page.text()).toContain("Error“15OFF” says 15%, but the discount is 10%.");
    await page.click(page.button("Use SUMMER26_10OFF"));
    expect(name.value).toBe("SUMMER26_10OFF");
  });

  it("or by the discount; then it is asked again", async () => {
    const { page, asked, type } = await open(fine({ lints: [lint] }), fine());
    await type("SUMMER26_15OFF");
    await page.click(page.button("Make it 15% off"));
    expect(page.find<HTMLInputElement>("#field-percentage").value).toBe("15");
    await page.settle(300);
    expect(asked.at(-1)?.get("percentage")).toBe("15");
    expect(page.text()).not.toContain("but the discount is 10%");
  });
});

const answering = (answer: () => Response) =>
  vi.stubGlobal("fetch", () => Promise.resolve().then(answer));

describe("the name of a saved campaign in its form", () => {
  afterEach(() => vi.unstubAllGlobals());
  const dates: Lint = {
    ...{ rule: "year", severity: "warning", field: "yy" },
    message: "“25” says 2025, but the discount starts on 10 June 2026.",
    fixes: [
      { kind: "rename", name: "SUMMER26_15OFF" },
      { kind: "set_dates", first: "2025-06-10", last: null },
    ],
  };
  const edit = (offerKind: string) =>
    mount(
      <CampaignFormCards
        initial={{ ...initial, name: "SUMMER25_15OFF", offerKind }}
        conventions={sampleConventions}
        choices={NO_CHOICES}
        isExisting
        answer={undefined}
      />,
      { at: "/app/campaigns/c1/edit" },
    );

  it("is put right by the discount or its dates, never by another name", async () => {
    answering(() => Response.json({ ok: true, lints: [lint, dates], warnings: [] }));
    const page = await edit("percentage");
    await page.settle(20);
    expect(() => page.button("Use SUMMER26_15OFF")).toThrow();
    await page.click(page.button("Make it 15% off"));
    expect(page.find<HTMLInputElement>("#field-percentage").value).toBe("15");
    expect(page.text()).not.toContain("but the discount is 10%");
    await page.click(page.button("Start it on Jun 10, 2025"));
    expect(page.find<HTMLInputElement>("#field-startsAt").value).toBe("2025-06-10T14:00");
    expect(page.text()).not.toContain("What does not agree");
  });

  it("keeps its kind of offer", async () => {
    answering(() => Response.json({ ok: true, lints: [lint], warnings: [] }));
    const page = await edit("free_shipping");
    await page.settle(20);
    expect(page.text()).toContain("but the discount is 10%");
    expect(() => page.button("Make it 15% off")).toThrow();
  });
});

describe("the name on a campaign’s page", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is checked once the page is there", async () => {
    answering(() => Response.json({ ok: true, lints: [lint], warnings: ["Looks like B0OK."] }));
    const page = await mount(<CampaignNameCard campaign={sampleDetail} />);
    await page.settle(20);
    expect(page.text()).toContain("Error“15OFF” says 15%");
    expect(page.text()).toContain("Looks like B0OK.");
    // A name cannot change any more: what can is the campaign, but not from free shipping to a percentage.
    expect(() => page.button("Make it 15% off")).toThrow();
    expect(() => page.button("Use SUMMER26_10OFF")).toThrow();
    expect(page.button("Change what the campaign does").getAttribute("href")).toBe(
      `/app/campaigns/${sampleDetail.id}/edit`,
    );
  });

  it("is put right in the form, which says what will be changed", async () => {
    answering(() => Response.json({ ok: true, lints: [lint], warnings: [] }));
    const offer = { kind: "percentage", basisPoints: 1_000 } as const;
    const shown = <CampaignNameCard campaign={{ ...sampleDetail, offer }} />;
    const States = () => <p>{`Carried ${JSON.stringify(useLocation().state)}`}</p>;
    const path = `/app/campaigns/${sampleDetail.id}/edit`;
    const page = await mount(shown, { others: [{ path, element: <States /> }] });
    await page.settle(20);
    await page.click(page.button("Make it 15% off"));
    expect(page.text()).toContain(`Carried ${JSON.stringify({ fix: lint.fixes[1] })}`);
  });

  it("is not put right by who may not change it", async () => {
    answering(() => Response.json({ ok: true, lints: [lint], warnings: [] }));
    const offer = { kind: "percentage", basisPoints: 1_000 } as const;
    const actor = { ...sampleFrame.actor, role: "viewer" } as typeof sampleFrame.actor;
    const shown = <CampaignNameCard campaign={{ ...sampleDetail, offer }} />;
    const page = await mount(shown, { frame: { actor } });
    await page.settle(20);
    expect(() => page.button("Make it 15% off")).toThrow();
  });

  it.each<[string, () => Response]>([
    ["a refusal", () => Response.json({ refusal: {} }, { status: 403 })],
    [
      "no answer",
      () => {
        throw new TypeError("Failed to fetch");
      },
    ],
  ])("stands without the check after %s", async (_, answer) => {
    answering(answer);
    const page = await mount(<CampaignNameCard campaign={sampleDetail} />);
    await page.settle(20);
    expect(page.text()).toContain("What the name says");
    expect(page.text()).not.toContain("Change what the campaign does");
  });

  it("of an ended campaign is left alone", async () => {
    let asked = 0;
    answering(() => {
      asked += 1;
      return Response.json({ lints: [lint], warnings: [] });
    });
    await mount(<CampaignNameCard campaign={{ ...sampleDetail, wanted: "ended" }} />);
    expect(asked).toBe(0);
  });
});
