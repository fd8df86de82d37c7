// @vitest-environment jsdom
import { act } from "react";
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { EvidenceCard } from "#app/components/case/evidence-card.tsx";
import { letterOf } from "#app/domain/case/graph.ts";
import type { CaseDetail, TimelineEntry } from "#app/domain/case/summary.ts";
import { CasePage } from "#app/components/case/case-page.tsx";
import { caseKey } from "#app/components/case/case-keys.ts";
import { sampleCaseDetail } from "../support/sample-case.ts";
import { viewerFrame } from "../support/sample.ts";

const page = (
  <CasePage
    detail={sampleCaseDetail}
    neighbours={{ previous: null, next: null }}
    reviewers={[]}
    search=""
  />
);

function press(key: string): Promise<void> {
  return act(async () => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    await Promise.resolve();
  });
}

describe("the page of a case", () => {
  it("says who and what first, then what it rests on, in words and as tables", async () => {
    const shown = await mount(page);
    expect(document.querySelector("h2")?.textContent).toBe(sampleCaseDetail.summary.sentence);
    expect(shown.text()).toContain("phone number (strongly), surname differs (slightly against)");
    expect(shown.text()).toContain("#1002Same pattern");
    expect(shown.text()).not.toContain("Counted together");
    expect(shown.text()).toContain("Yellow with a thick edge: flagged.");
    expect(shown.text()).toMatch(/A – BOne person · likeness [\d.]+%/);
    expect(shown.text()).toContain("It is no score, and not fitted to decisions.");
    expect(shown.text()).toContain("Anna K.");
    expect(shown.text()).toMatch(/€42\.00 paid back Jun 12|€42\.00 paid back 12 Jun/);
    expect(shown.text()).toContain("5 decided: 1 fine, 0 same household, 4 abuse.");
    expect(document.querySelectorAll("svg.bf-graph circle")).toHaveLength(2);
    // On a phone each cell says its heading itself.
    const code = document.querySelector(".bf-numbers td.bf-code");
    expect([code?.getAttribute("data-label"), code?.textContent]).toEqual([
      ...["Code", "SUMMER26_FREESHIP"],
    ]);
  });

  it("names each thing it rests on, and the orders it is about where those are others", async () => {
    const [flag] = sampleCaseDetail.flags;
    const order = (id: string) => ({ id, name: `#${id}`, shares: [] });
    const signals = [
      ...flag!.signals,
      { kind: "refund_after_bonus" as const, score: 0.2, orders: [order("1003")] },
      { kind: "prepaid_card" as const, score: 0.2, orders: [order("1002")] },
      { kind: "overshoot" as const, score: null, orders: [order("1001"), order("1003")] },
    ];
    const shown = await mount(<EvidenceCard flags={[{ ...flag!, signals }]} />);
    expect(shown.text()).toContain("Also: refund after the bonus");
    expect(shown.text()).toContain("Also prepaid card:#1002");
    expect(shown.text()).toContain("Counted together:#1001#1003");
  });

  it("says where an order was doubtful first, and later ones showed it", async () => {
    const [flag] = sampleCaseDetail.flags;
    const shown = await mount(<EvidenceCard flags={[flag!]} />);
    expect(shown.text()).not.toContain("doubtful");
    const later = await mount(<EvidenceCard flags={[{ ...flag!, isShownLater: true }]} />);
    expect(later.text()).toContain(
      "It seemed doubtful when it came; orders that came later showed it.",
    );
    expect(later.text()).not.toContain("earlier");
  });

  it("shows the first of very many, and all when asked, where the focus goes on", async () => {
    const [flag] = sampleCaseDetail.flags;
    const [person] = sampleCaseDetail.people;
    const flags = Array.from({ length: 94 }, (_, at) => ({
      ...flag!,
      ...{ id: `f${at}`, order: { id: `${at}`, name: `#${at}` } },
    }));
    const people = Array.from({ length: 32 }, (_, at) => ({
      ...person!,
      ...{ id: `${at}`, label: letterOf(at) },
    }));
    const detail = { ...sampleCaseDetail, flags, people };
    const neighbours = { previous: null, next: null };
    const shown = await mount(<CasePage {...{ detail, neighbours, reviewers: [], search: "" }} />);
    const headings = () => [...document.querySelectorAll("h3")].map((each) => each.textContent);
    const told = () => headings().filter((words) => words === flag!.sentence).length;
    expect(told()).toBe(5);
    expect(document.querySelectorAll("svg.bf-graph circle")).toHaveLength(12);
    await shown.click(shown.button("Show all 94"));
    expect(told()).toBe(94);
    expect(document.activeElement?.textContent).toContain("Order #5 ");
    expect(shown.text()).not.toContain("Names are asked of Shopify");
    await shown.click(shown.button("Show all 32 accounts"));
    expect(document.activeElement?.textContent).toContain("M");
    expect(shown.text()).toContain(
      "Names are asked of Shopify, and links are drawn, for the first 12",
    );
  });

  it("of which nothing is left shows what was done, and nothing empty", async () => {
    const detail: CaseDetail = {
      ...sampleCaseDetail,
      summary: {
        ...sampleCaseDetail.summary,
        ...{ state: "withdrawn", sentence: "Nothing is left to decide.", kinds: [], orders: [] },
        ...{ atStakeMinor: 0, score: null },
      },
      ...{ flags: [], people: [], links: [], orders: [], innocent: [], timeline: [] },
      effects: [
        {
          ...{ id: "1", kind: "cancel_order", text: "Cancel order #1003", state: "done" },
          ...{ error: null, orderId: "1003", until: null },
        },
      ],
    };
    const neighbours = { previous: null, next: null };
    const shown = await mount(<CasePage {...{ detail, neighbours, reviewers: [], search: "" }} />);
    const titles = [...document.querySelectorAll("h2")].map(({ textContent }) => textContent);
    expect(titles).toEqual(["Nothing is left to decide.", "Timeline", "Decision"]);
    expect(shown.text()).toContain("Cancel order #1003SuccessDone");
    expect(shown.text()).not.toMatch(/at stake|Due |\. \./);
  });

  it("chooses by 1 to 3, and puts the focus where Enter saves", async () => {
    await mount(page);
    await press("3");
    expect(document.activeElement?.textContent).toBe("Save decision");
    expect(document.body.textContent).toContain("Disqualify from");
    // How much room a comment has is seen before it is cut.
    expect(document.body.textContent).toContain("0/500");
    await press("1");
    expect(document.body.textContent).not.toContain("Disqualify from");
    expect(document.body.textContent).toContain("They are different people");
  });

  it("takes two accounts for different people or for one, never for both", async () => {
    const shown = await mount(page);
    const boxes = () =>
      ["They are different people", "They are one person"].map((words) => {
        const labels = [...document.querySelectorAll("label")];
        const label = labels.find((each) => each.textContent.startsWith(words));
        return label?.querySelector("input") ?? null;
      });
    const isOn = () => boxes().map((box) => box?.checked ?? null);
    await press("3");
    expect(isOn()).toEqual([null, false]);
    await press("2");
    expect(isOn()).toEqual([true, null]);
    await press("1");
    expect(isOn()).toEqual([false, false]);
    await shown.click(boxes()[1]!);
    expect(isOn()).toEqual([false, true]);
    await shown.click(boxes()[0]!);
    expect(isOn()).toEqual([true, false]);
    await shown.click(boxes()[0]!);
    expect(isOn()).toEqual([false, false]);
  });

  it("puts apart by the reason that says so, until somebody says it themselves", async () => {
    const shown = await mount(page);
    const because = (reason: string) =>
      shown.choose(shown.find<HTMLSelectElement>("#decision-reason"), reason);
    const apart = () => {
      const labels = [...document.querySelectorAll("label")];
      const label = labels.find((each) => each.textContent.startsWith("They are different people"));
      return label!.querySelector("input")!;
    };
    await press("1");
    expect(shown.text()).toContain("Nothing changes for the customer, unless you choose it below.");
    expect(shown.text()).toContain("Their uses are counted apart from now on, unless you choose");
    expect(apart().checked).toBe(false);
    await because("different_people");
    expect(apart().checked).toBe(true);
    await because("known_customer");
    expect(apart().checked).toBe(false);
    await shown.click(apart());
    await because("agreed");
    expect(apart().checked).toBe(true);
  });

  it("says whose word a link is", async () => {
    const [link] = sampleCaseDetail.links;
    const shown = async (decided: "apart" | "together") => {
      const detail = { ...sampleCaseDetail, links: [{ ...link!, decided }] };
      return mount(
        <CasePage
          detail={detail}
          neighbours={{ previous: null, next: null }}
          reviewers={[]}
          search=""
        />,
      );
    };
    expect((await shown("together")).text()).toContain("One person, as staff decided");
    await press("1");
    expect(document.body.textContent).not.toContain("They are one person");
    expect(document.body.textContent).toContain("They are different people");
  });

  it("says how likely a link is, and what came of orders afterwards", async () => {
    const [link] = sampleCaseDetail.links;
    const [order] = sampleCaseDetail.orders;
    const later: TimelineEntry = {
      kind: "later",
      at: "2026-06-12T10:00:00.000Z",
      what: "refunded",
      ...{ order: { id: order!.id, name: order!.name }, minor: 4_200, currency: "EUR" },
    };
    const detail = {
      ...sampleCaseDetail,
      links: [{ ...link!, relation: "household", bits: 5, decided: null } as const],
      timeline: [later, ...sampleCaseDetail.timeline],
    };
    const neighbours = { previous: null, next: null };
    const shown = await mount(<CasePage {...{ detail, neighbours, reviewers: [], search: "" }} />);
    expect(shown.text()).toContain("One household · likeness 97%");
    expect(shown.text()).toContain("Order #1003 was refunded: €42.00 paid back");
  });

  it("lets nobody decide who may not", async () => {
    await mount(page, { frame: viewerFrame });
    await press("3");
    expect(document.body.textContent).not.toContain("Disqualify from");
  });
});

describe("keys", () => {
  const pressed = (
    key: string,
    target: EventTarget | null = document.body,
    held: Partial<KeyboardEvent> = {},
  ) =>
    caseKey({
      key,
      target,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      repeat: false,
      ...held,
    })?.kind ?? null;

  it.each([
    ["j", "next"],
    ["K", "previous"],
    ["a", "assign"],
    ["2", "decide"],
    ["u", "undo"],
    ["n", "unassigned"],
    ["r", "reason"],
    ["l", "list"],
    ["?", "help"],
    ["4", null],
    ["0", null],
    ["x", "tick"],
    ["ArrowDown", null],
  ])("%s means %s", (key, kind) => {
    expect(pressed(key)).toBe(kind);
  });

  it("mean nothing while somebody types, or with Ctrl", () => {
    const field = document.createElement("textarea");
    expect(pressed("j", field)).toBeNull();
    expect(pressed("j", document.body, { ctrlKey: true })).toBeNull();
  });

  it("move by arrows in the list", () => {
    const row = document.createElement("span");
    row.dataset["case"] = "1";
    const link = row.appendChild(document.createElement("a"));
    expect(pressed("ArrowDown", link)).toBe("next");
    expect(pressed("ArrowUp", link)).toBe("previous");
  });

  it("save from any field with Ctrl and Enter, but not from a dialog", () => {
    const field = document.createElement("textarea");
    expect(pressed("Enter", field)).toBeNull();
    expect(pressed("Enter", field, { ctrlKey: true })).toBe("save");
    expect(pressed("Enter", field, { metaKey: true })).toBe("save");
    const dialog = document.createElement("div");
    dialog.setAttribute("role", "dialog");
    dialog.append(field);
    expect(pressed("Enter", field, { ctrlKey: true })).toBeNull();
  });

  it("do nothing twice when held, but move", () => {
    const held = { repeat: true };
    expect(pressed("j", document.body, held)).toBe("next");
    for (const key of ["a", "u", "n", "3", "?"])
      expect(pressed(key, document.body, held)).toBeNull();
    expect(pressed("Enter", document.body, { ...held, ctrlKey: true })).toBeNull();
  });
});
