import type { Locator, Page } from "playwright-core";

type Where = { standinUrl: string; handle: string };
/** `recognised`: a customer, by e-mail, whom Shopify knows although they have not signed in. */
type Buyer = { email: string } | { customer: string } | { recognised: string };

/** A browser window of a shopper in the store. */
export class ShopperWindow {
  readonly page: Page;
  readonly #base: string;

  constructor(page: Page, { standinUrl, handle }: Where) {
    this.page = page;
    this.#base = `${standinUrl}/storefront/${handle}`;
  }

  /** Puts the store's first product into the cart and goes to the checkout, as a guest or signed in. */
  async checkOut(buyer: Buyer): Promise<void> {
    await this.page.goto(this.#base);
    await this.page.getByRole("button", { name: "Add to cart" }).first().click();
    await this.page.getByRole("button", { name: "Check out" }).click();
    if ("email" in buyer) {
      await this.page.getByRole("radio", { name: /^Guest/ }).check();
      await this.page.getByRole("textbox", { name: "Email" }).fill(buyer.email);
    } else {
      const isSignedIn = "customer" in buyer;
      const email = isSignedIn ? buyer.customer : buyer.recognised;
      const kind = isSignedIn ? /^Signed in/ : /^Recognised/;
      await this.page.getByRole("radio", { name: kind }).check();
      const customers = this.page.getByRole("combobox", { name: "Customer" });
      const option = customers.locator("option", { hasText: `(${email})` });
      await customers.selectOption(await option.getAttribute("value"));
    }
    await this.page.getByRole("button", { name: "Continue as this shopper" }).click();
  }

  async enter(code: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Discount code" }).fill(code);
    await this.page.getByRole("button", { name: "Apply" }).click();
    await this.refusal.or(this.applied(code)).first().waitFor();
  }

  /** The code as it stands below the field once it is accepted. */
  applied(code: string): Locator {
    return this.page.getByRole("button", { name: `Remove ${code}` });
  }

  /** The sentence beside the field. */
  get refusal(): Locator {
    return this.page.locator("#code-error");
  }

  async pay(): Promise<void> {
    await this.page.getByRole("button", { name: /^Pay / }).click();
    await this.page.getByRole("heading", { name: "Thank you!" }).waitFor();
  }
}
