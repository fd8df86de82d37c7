// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { CampaignFormCards } from "#app/components/campaign/form/campaign-form.tsx";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import { NO_CHOICES, sampleConventions } from "../support/sample.ts";

const CHOSEN: Chosen[] = [
  { kind: "product", id: "5", name: "Harbour mug" },
  { kind: "variant", id: "40", name: "Oak board – Small", productId: "7" },
  { kind: "collection", id: "3", name: "Kitchen" },
  { kind: "customer", id: "9", name: "Ada Byron" },
];

type Posted = Record<string, FormDataEntryValue>;

async function open(change: Partial<CampaignForm>, options: Options = {}) {
  const initial = { ...emptyCampaignForm("2026-06-10T14:00"), conventionId: "n1", ...change };
  const posted: Posted[] = [];
  const page = await mount(
    <CampaignFormCards
      initial={initial}
      conventions={sampleConventions}
      choices={{ ...NO_CHOICES, segments: [{ id: "99", name: "Newsletter readers" }] }}
      chosen={CHOSEN}
      isExisting={false}
      isPrefilled
      answer={undefined}
    />,
    { at: "/app/campaigns/new", action: (form) => posted.push(form), ...options },
  );
  const field = <T extends HTMLElement>(name: string) => page.find<T>(`#field-${name}`);
  const choose = (name: string, value: string) =>
    page.click(page.find(`#field-${name} input[value="${value}"]`));
  const save = async () => {
    await page.click(page.button("Save"));
    await page.settle(20);
    return posted.at(-1) ?? {};
  };
  return { page, field, choose, save };
}

const headings = () => [...document.querySelectorAll("h2")].map(({ textContent }) => textContent);

describe("what is asked depends on the offer", () => {
  it("a percentage: off what, and from when on, folded to a line", async () => {
    const { page } = await open({});
    expect(headings()).toContain("Minimum purchase");
    expect(page.find<HTMLDetailsElement>("details").open).toBe(false);
    expect(page.text()).toContain("Minimum purchaseNone");
    expect(page.text()).toContain("CombinationsNo other discount");
    expect(document.querySelector("#field-eachItem")).toBeNull();
  });

  it("an amount off chosen things: whether off each of them", async () => {
    const { choose, field, page } = await open({ offerKind: "fixed_amount", amount: "5" });
    expect(document.querySelector("#field-eachItem")).toBeNull();
    await choose("items", "products");
    await page.click(field("eachItem"));
    expect(page.text()).toContain("Takes 5 EUR off each of products yet to be chosen.");
  });

  it("free shipping: up to which price and where to, but not off what", async () => {
    const { choose, page, save } = await open({ offerKind: "free_shipping", countries: "DE" });
    expect(document.querySelector("#field-items")).toBeNull();
    await choose("shipsTo", "countries");
    await page.click(page.button("Remove Germany"));
    expect(page.text()).toContain("to countries yet to be chosen off.");
    expect(await save()).toMatchObject({ shipsTo: "countries", countries: "" });
  });

  it("buy X, get Y: what is bought and what is got, instead of a minimum", async () => {
    const { choose, page, save } = await open({ productIds: "5" });
    await choose("offerKind", "buy_x_get_y");
    expect(headings()).toEqual(
      expect.arrayContaining(["What customers buy", "What customers get"]),
    );
    expect(headings()).not.toContain("Minimum purchase");
    await choose("buysNeed", "amount");
    await choose("buysItems", "collections");
    await choose("getsEffect", "percentage");
    expect(page.text()).toContain(
      "Who buys for … EUR of collections yet to be chosen gets 1 of 1 chosen product at …% off.",
    );
    expect(await save()).toMatchObject({
      ...{ offerKind: "buy_x_get_y", buysNeed: "amount", buysItems: "collections" },
      ...{ getsEffect: "percentage", productIds: "5" },
    });
  });

  it("free shipping offers no combination with other shipping", async () => {
    await open({ offerKind: "free_shipping" });
    expect(document.querySelector("#field-combinesShipping")).toBeNull();
    expect(document.querySelector("#field-combinesOrder")).not.toBeNull();
  });
});

describe("what is not as usual is open, so that nobody overlooks it", () => {
  it.each([
    [{ minimum: "subtotal", minimumSubtotal: "50" }, "Minimum purchase", "At least 50 EUR"],
    [{ combinesOrder: "on" }, "Combinations", "Discounts on the order"],
    [{ guestPolicy: "sign_in" }, "Guests", "Ask them to sign in"],
    [{ freesOnCancel: "" }, "What frees a use", "Full refund, payment that never came"],
  ])("%j", async (change, title, summary) => {
    await open(change);
    const folds = [...document.querySelectorAll("details")];
    const [fold, ...others] = folds.filter(({ open: isOpen }) => isOpen);
    expect(others).toEqual([]);
    expect(fold?.querySelector("summary")?.textContent).toBe(`${title}${summary}`);
  });
});

describe("products and collections", () => {
  const ITEMS = { items: "products", productIds: "5", variantIds: "40" };

  it("are listed by name, and taken out one by one", async () => {
    const { page, save } = await open(ITEMS);
    const names = [...page.find("[aria-label='Chosen products']").querySelectorAll("li")];
    expect(names.map(({ textContent }) => textContent)).toEqual([
      "Harbour mug",
      "Oak board – Small",
    ]);
    await page.click(page.button("Remove Harbour mug"));
    expect(await save()).toMatchObject({ productIds: "", variantIds: "40" });
  });

  it("are chosen in Shopify’s dialog, which knows what is chosen already", async () => {
    const { page, save } = await open(ITEMS);
    page.asked.picks.push([
      {
        ...{ id: "gid://shopify/Product/5", title: "Harbour mug", totalVariants: 2 },
        variants: [{ id: "gid://shopify/ProductVariant/31", title: "Blue" }],
      },
      {
        ...{ id: "gid://shopify/Product/8", title: "Brass pen", totalVariants: 1 },
        variants: [{ id: "gid://shopify/ProductVariant/50", title: "Default Title" }],
      },
    ]);
    await page.click(page.button("Change products"));
    expect(page.asked.pickers).toEqual([
      {
        ...{ type: "product", action: "select", multiple: 50 },
        selectionIds: [
          { id: "gid://shopify/Product/5" },
          {
            id: "gid://shopify/Product/7",
            variants: [{ id: "gid://shopify/ProductVariant/40" }],
          },
        ],
      },
    ]);
    expect(page.text()).toContain("Brass pen");
    expect(page.text()).toContain("Harbour mug – Blue");
    expect(await save()).toMatchObject({ productIds: "8", variantIds: "31" });
  });

  it("stay as they are when the dialog is closed without an answer", async () => {
    const { page, save } = await open({ items: "collections", collectionIds: "3" });
    page.asked.picks.push(undefined);
    await page.click(page.button("Change collections"));
    expect(await save()).toMatchObject({ collectionIds: "3" });
    expect(page.text()).toContain("Kitchen");
  });

  it("that are gone are said to be, and can still be taken out", async () => {
    const { page, save } = await open({ items: "collections", collectionIds: "3,77" });
    await page.click(page.button("Remove Collection 77 (not found in Shopify)"));
    expect(await save()).toMatchObject({ collectionIds: "3" });
  });

  it("are posted without scripts too", async () => {
    const { page } = await open(ITEMS);
    expect(page.find<HTMLInputElement>("input[type=hidden][name=productIds]").value).toBe("5");
    expect(page.find<HTMLInputElement>("input[type=hidden][name=variantIds]").value).toBe("40");
  });
});

describe("customers", () => {
  const found = {
    text: "ada",
    customers: [{ id: "12", name: "Ada Lovelace", email: "ada@example.com" }],
  };
  const others = [{ path: "/app/customers/find", action: () => found }];

  it("are found by what is typed, and chosen by name", async () => {
    const { page, field, save } = await open(
      { audience: "customers", customerIds: "9" },
      { others },
    );
    await page.click(field("customerIds"));
    await page.type(field<HTMLInputElement>("customerIds"), "ada");
    await page.settle(400);
    await page.click(page.find("[role=option]"));
    expect(page.text()).toContain("Ada Lovelace");
    expect(page.text()).toContain("Only 2 customers.");
    expect(await save()).toMatchObject({ customerIds: "9,12" });
  });

  it("or a segment, which has to be chosen", async () => {
    const { choose, field, page, save } = await open({});
    await choose("audience", "segment");
    expect(page.text()).toContain("Only customers in a segment: choose it.");
    await page.choose(field<HTMLSelectElement>("segmentIds"), "99");
    expect(page.text()).toContain("Only customers in Newsletter readers.");
    expect(await save()).toMatchObject({ audience: "segment", segmentIds: "99" });
  });
});
