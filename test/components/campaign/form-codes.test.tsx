// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { RouteObject } from "react-router-dom";
import { mount } from "../support/mount.tsx";
import { CampaignFormCards } from "#app/components/campaign/form/campaign-form.tsx";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { emptyCampaignForm } from "#app/domain/campaign/form.ts";
import type { ImportSummary } from "#app/domain/code/import.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { NO_CHOICES, sampleConventions } from "../support/sample.ts";

const empty = { ...emptyCampaignForm("2026-06-10T14:00"), conventionId: "n1" };
const [seasons] = sampleConventions;
const vouchers = {
  ...seasons!,
  id: "n2",
  name: "Vouchers",
  unique: { length: 10, alphabet: "safe" as const, check: true, separator: "-" },
};

type Shown = {
  form?: Partial<CampaignForm>;
  answer?: RefusalBody;
  isExisting?: boolean;
  others?: RouteObject[];
  action?: (fields: Record<string, FormDataEntryValue>) => unknown;
};

function show({ form, answer, isExisting = false, others = [], action }: Shown) {
  return mount(
    <CampaignFormCards
      initial={{ ...empty, ...form }}
      conventions={[seasons!, vouchers]}
      choices={NO_CHOICES}
      isExisting={isExisting}
      answer={answer}
    />,
    { at: "/app/campaigns/new", others, ...(action ? { action } : {}) },
  );
}

const unique = { codeKind: "unique", codeCount: "1000" };

describe("unique codes", () => {
  it("are as long as is safe for their number unless somebody says otherwise", async () => {
    const page = await show({ form: unique });
    expect(page.text()).toContain("As long as is safe: 8 characters");
    expect(page.text()).toContain("1 in 55 million guesses finds a code.");
    await page.type(page.find<HTMLInputElement>("#field-codeCount"), "1000000");
    expect(page.text()).toContain("As long as is safe: 9 characters");
    expect(page.text()).toContain("1 in 1.2 million guesses finds a code.");
  });

  it("too short ones are warned of, and made longer with a click", async () => {
    const page = await show({ form: unique });
    await page.choose(page.find<HTMLSelectElement>("#field-codeLength"), "6");
    expect(page.text()).toContain("1 in 113,380 guesses finds a code. A script");
    await page.click(page.button("Use 7 characters"));
    expect(page.find<HTMLSelectElement>("#field-codeLength").value).toBe("7");
    expect(page.text()).not.toContain("A script");
  });

  it("too many for their length are an error before anything is saved", async () => {
    const page = await show({ form: { ...unique, codeLength: "4", codeCount: "200000" } });
    expect(page.text()).toContain("would fill more than half of all codes with 4 characters");
  });

  it("a check character takes one of the characters, and is posted", async () => {
    const posted: Record<string, FormDataEntryValue>[] = [];
    const page = await show({ form: unique, action: (fields) => posted.push(fields) });
    await page.click(page.find("#field-codeCheck"));
    expect(page.text()).toContain("As long as is safe: 9 characters");
    await page.click(page.button("Save"));
    await page.settle(20);
    expect(posted).toMatchObject([{ codeKind: "unique", codeCheck: "on", codeLength: "" }]);
  });

  it("look as the convention says where it says so: shown, not asked", async () => {
    const page = await show({ form: { ...unique, conventionId: "n2" } });
    expect(page.text()).toContain(
      "After the name come 10 characters, the last a check character, as “Vouchers” says.",
    );
    expect(page.text()).toContain("1 in 1.2 billion guesses finds a code.");
    expect(document.querySelector("#field-codeLength, #field-codeCheck")).toBeNull();
    expect(page.text()).toContain("Not with “Vouchers”");
  });

  it.each(["codeCount", "codeLength"] as const)(
    "a problem of %s stands beside it",
    async (field) => {
      const answer: RefusalBody = {
        refusal: { kind: "invalid", message: "" },
        problems: [{ field, message: "That will not do." }],
      };
      const page = await show({ form: unique, answer });
      expect(page.find(`#field-${field}Error`).textContent).toContain("That will not do.");
    },
  );
});

const summary: ImportSummary = {
  ...{ id: "i1", fileName: "codes.csv", rows: 1_204, good: 1_200, bad: 4, sample: ["VIP-1"] },
  problems: [2, 3, 4, 5].map((line) => ({ line, text: "", reason: "A code cannot be empty." })),
  header: null,
  lookAlikes: [],
  conventions: [],
  createdAt: "2026-06-10T11:58:00.000Z",
};
const staged = (answer: unknown, status = 200) => ({
  path: "/app/codes/imports/i1/summary",
  loader: () => Response.json(answer, { status }),
});

describe("a list", () => {
  it("asks for the codes, and says so beside them when they are missing", async () => {
    const answer: RefusalBody = {
      refusal: { kind: "invalid", message: "" },
      problems: [{ field: "importId", message: "Bring your codes: paste them." }],
    };
    const page = await show({ form: { codeKind: "list" }, answer });
    expect(page.button("Check codes")).toBeTruthy();
    expect(page.find("#field-importId").textContent).toContain("Bring your codes: paste them.");
    await page.click(page.button("Bring your codes: paste them."));
    expect(document.activeElement?.closest("#field-importId")).not.toBeNull();
  });

  it("shows what was read of one that was brought, and posts it", async () => {
    const posted: Record<string, FormDataEntryValue>[] = [];
    const page = await show({
      form: { codeKind: "list", importId: "i1" },
      others: [staged({ ok: true, ...summary })],
      action: (fields) => posted.push(fields),
    });
    await page.settle(20);
    expect(page.text()).toContain("1,200 codes from codes.csv.");
    expect(page.text()).toContain("Line 2 cannot be used. A code cannot be empty.");
    expect(page.text()).toContain("4 lines cannot be used in all.");
    await page.type(page.find<HTMLInputElement>("#field-usesPerCode"), "3");
    await page.click(page.button("Save"));
    await page.settle(20);
    expect(posted).toMatchObject([{ codeKind: "list", importId: "i1", usesPerCode: "3" }]);
  });

  it("that is no longer there can be brought again; nothing else typed is lost", async () => {
    const message = "That import is not there any more.";
    const gone = staged({ refusal: { kind: "not_found", message }, problems: [] }, 404);
    const page = await show({ form: { codeKind: "list", importId: "i1" }, others: [gone] });
    await page.type(page.find<HTMLInputElement>("#field-totalCap"), "7");
    await page.settle(20);
    expect(page.text()).toContain(message);
    await page.click(page.button("Bring other codes"));
    expect(page.button("Check codes")).toBeTruthy();
    expect(page.find<HTMLInputElement>("#field-totalCap").value).toBe("7");
  });

  it("of a campaign that exists cannot be exchanged here", async () => {
    const page = await show({ form: { codeKind: "list", usesPerCode: "3" }, isExisting: true });
    expect(page.text()).not.toContain("Check codes");
    expect(page.find<HTMLInputElement>("#field-usesPerCode").disabled).toBe(true);
    expect(page.text()).toContain("More codes are added on the campaign’s page.");
  });
});
