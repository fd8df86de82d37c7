// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { CampaignFormCards } from "#app/components/campaign/form/campaign-form.tsx";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { sampleConventions, viewerFrame } from "../support/sample.ts";

const initial = { ...emptyCampaignForm("2026-06-10T14:00"), conventionId: "n1" };
const segments = [{ id: "99", name: "Newsletter readers" }];

type Props = {
  answer?: RefusalBody;
  isExisting?: boolean;
  isPrefilled?: boolean;
  conventions?: typeof sampleConventions;
  groups?: { number: number; name: string }[];
};

function form(props: Props = {}) {
  return (
    <CampaignFormCards
      initial={initial}
      conventions={props.conventions ?? sampleConventions}
      choices={{ segments, seasons: [], groups: props.groups ?? [] }}
      isExisting={props.isExisting ?? false}
      isPrefilled={props.isPrefilled ?? false}
      answer={props.answer}
    />
  );
}

const refused: RefusalBody = {
  refusal: { kind: "invalid", message: "" },
  problems: [
    { field: "percentage", message: "Enter a percentage above 0 and up to 100." },
    { field: "endsAt", message: "The end must be after the start." },
    { field: "", message: "Shopify has no room for more codes." },
  ],
};

describe("the campaign form", () => {
  it("labels every field", async () => {
    await mount(form());
    const fields = [
      ...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), select"),
    ];
    const unlabelled = fields.filter((field) => (field.labels?.length ?? 0) === 0);
    expect(unlabelled).toEqual([]);
  });

  it("names the shop's time zone beside the dates", async () => {
    const page = await mount(form());
    expect(page.text()).toContain("Times are your shop’s: Europe/Berlin.");
  });

  it("lets choose of very many groups by a menu, and names those that were chosen", async () => {
    const groups = Array.from({ length: 60 }, (_, at) => ({ number: at + 1, name: `Group ${at}` }));
    const page = await mount(form({ groups }));
    const kept = page.find<HTMLInputElement>("input[name=groups]");
    await page.choose(page.find<HTMLSelectElement>("#field-groups"), "7");
    expect(kept.value).toBe("7");
    expect(page.find("ul[aria-label^='Its uses count']").textContent).toContain("Group 6");
    expect(page.find("#field-groups").textContent).not.toContain("Group 6Group");
    await page.click(page.button("Remove Group 6"));
    expect(kept.value).toBe("");
  });

  it("does not repeat in its summary what is not valid", async () => {
    const page = await mount(form());
    await page.type(page.find<HTMLInputElement>("#field-percentage"), "abc");
    expect(page.text()).toContain("Takes a percentage off the order: say how much.");
    expect(page.text()).not.toContain("Takes abc%");
  });

  it("opens the save bar with the first change and closes it when it is taken back", async () => {
    const page = await mount(form());
    const bar = page.find("ui-save-bar");
    expect(bar.dataset["open"]).toBeUndefined();
    const cap = page.find<HTMLInputElement>("#field-totalCap");
    await page.type(cap, "500");
    expect(bar.dataset["open"]).toBe("true");
    expect(page.text()).toContain("500 uses in total.");
    await page.click(page.button("Discard"));
    expect(cap.value).toBe("");
    expect(bar.dataset["open"]).toBeUndefined();
  });

  it.each([
    [false, "No naming convention is in use."],
    [true, "Its naming convention is retired."],
  ])("says what there is without a convention (existing: %s)", async (isExisting, said) => {
    const page = await mount(form({ isExisting, conventions: [] }));
    expect(page.text()).toContain(said);
  });

  it("a prefilled form can be saved as it stands", async () => {
    const page = await mount(form({ isPrefilled: true }));
    expect(page.find("ui-save-bar").dataset["open"]).toBe("true");
  });

  it("asks whether a code is private only where one can be", async () => {
    const page = await mount(form());
    const choose = async (field: string, label: string) => {
      const choices = [...document.querySelectorAll<HTMLElement>(`#field-${field} label`)];
      const choice = choices.find((each) => each.textContent === label);
      if (!choice) throw new Error(`No ${label}`);
      await page.click(choice);
    };
    const isAsked = () => document.querySelector("#field-isPrivate") !== null;
    expect(isAsked()).toBe(true);
    await choose("audience", "Chosen customers");
    expect(isAsked()).toBe(false);
    await choose("audience", "Every customer");
    await page.click(page.find("#field-issuedOnly"));
    expect(isAsked()).toBe(false);
    await page.click(page.find("#field-issuedOnly"));
    expect(isAsked()).toBe(true);
  });

  it("posts what was typed, with unticked boxes absent", async () => {
    const posted: Record<string, FormDataEntryValue>[] = [];
    const page = await mount(form(), {
      at: "/app/campaigns/new",
      action: (fields) => posted.push(fields),
    });
    await page.type(page.find<HTMLInputElement>("#field-totalCap"), " 12x ");
    await page.click(page.find("#field-freesOnExpiry"));
    await page.click(page.button("Save"));
    await page.settle(20);
    const unticked = ["freesOnExpiry", "freesOnPartialRefund", "freesOnChargeback"];
    const others = Object.entries(initial).filter(([name]) => !unticked.includes(name));
    expect(posted).toEqual([{ ...Object.fromEntries(others), totalCap: " 12x " }]);
  });

  it("asks before unsaved changes are left", async () => {
    const page = await mount(form());
    await page.type(page.find<HTMLInputElement>("#field-totalCap"), "5");
    await page.click(page.button("See conventions"));
    expect(page.asked.leaveAsked).toBe(1);
    expect(page.router.state.location.pathname).toBe("/app");
  });

  it("leaves without asking when nothing was changed", async () => {
    const page = await mount(form());
    await page.click(page.button("See conventions"));
    expect(page.asked.leaveAsked).toBe(0);
    expect(page.router.state.location.pathname).toBe("/app/settings/conventions");
  });
});

describe("a form that was refused", () => {
  it("says beside each field what is wrong, keeps what was typed, and sums it up", async () => {
    const page = await mount(form({ answer: refused }));
    expect(page.text()).toContain("Not saved: 3 things need to be put right");
    expect(page.find("#field-percentageError").textContent).toContain("above 0 and up to 100");
    expect(page.find("#field-endsAtError").textContent).toContain("after the start");
    expect(page.text()).toContain("Shopify has no room for more codes.");
    expect(page.find<HTMLInputElement>("#field-percentage").value).toBe("10");
  });

  it("puts the focus on the summary, and from there into the field", async () => {
    const page = await mount(form({ answer: refused }));
    expect(document.activeElement?.textContent).toContain("Not saved");
    await page.click(page.button("The end must be after the start."));
    expect(document.activeElement?.id).toBe("field-endsAt");
  });

  it("takes a problem away with the first change to its field", async () => {
    const page = await mount(form({ answer: refused }));
    await page.type(page.find<HTMLInputElement>("#field-percentage"), "20");
    expect(document.querySelector("#field-percentageError")).toBeNull();
    expect(page.text()).toContain("Not saved: 2 things need to be put right");
  });

  it("says when somebody else was faster", async () => {
    const conflict: RefusalBody = {
      refusal: { kind: "conflict", message: "There is already a campaign named so." },
      problems: [],
    };
    const page = await mount(form({ answer: conflict }));
    expect(page.text()).toContain("There is already a campaign named so.");
  });
});

describe("the form of an existing campaign", () => {
  it("fixes what the codes out there carry, and says why", async () => {
    const page = await mount(form({ isExisting: true }));
    expect(page.find<HTMLInputElement>("#field-name").disabled).toBe(true);
    expect(page.text()).toContain("A name cannot change: the codes out there carry it.");
    const offers = [
      ...document.querySelectorAll<HTMLInputElement>("#field-offerKind input[type=radio]"),
    ];
    expect(offers.every((radio) => radio.disabled)).toBe(true);
    expect(page.find<HTMLInputElement>("#field-percentage").disabled).toBe(false);
  });
});

it("tells a viewer before they type that it could not be saved", async () => {
  const page = await mount(form(), { frame: viewerFrame });
  expect(page.text()).toContain("You can look, but not save");
});
