import { askJson } from "./http.ts";

export type Buyer = { customer: string; signedIn?: boolean } | { email: string; phone?: string };
/** Where to send it; what is left out is somewhere. */
type Recipient = {
  firstName?: string;
  lastName?: string;
  address1?: string;
  city?: string;
  zip?: string;
};
export type Verdict = {
  code: string;
  status: "accepted" | "refused";
  by: string;
  message?: string;
};
export type Checkout = {
  token: string;
  codes: string[];
  verdicts: Verdict[];
  price: { total: number; discounts: number };
};
export type Product = { id: string; title: string; variants: { id: string; price: number }[] };

/** A shopper at a store's checkout, over the storefront's JSON. */
export class ShopperClient {
  readonly #base: string;

  constructor(standinUrl: string, handle: string) {
    this.#base = `${standinUrl}/storefront/${handle}`;
  }

  async products(): Promise<Product[]> {
    return (await askJson<{ products: Product[] }>(`${this.#base}/products.json`)).products;
  }

  checkout(
    buyer: Buyer,
    variantId: string,
    quantity: number,
    address: Recipient = {},
  ): Promise<Checkout> {
    const body = { lines: [{ variantId, quantity }], buyer, address };
    return askJson(`${this.#base}/checkouts.json`, { method: "POST", body });
  }

  /** Types a code. @returns the verdict on it. */
  async enter(token: string, code: string): Promise<Verdict> {
    const url = `${this.#base}/checkouts/${token}/codes.json`;
    const { verdicts } = await askJson<Checkout>(url, { method: "POST", body: { code } });
    const verdict = verdicts.find((each) => each.code.toUpperCase() === code.trim().toUpperCase());
    if (!verdict) throw new Error(`The checkout said nothing of ${code}.`);
    return verdict;
  }

  async pay(token: string, method = "card"): Promise<{ id: string; name: string }> {
    const url = `${this.#base}/checkouts/${token}/pay.json`;
    return (
      await askJson<{ order: { id: string; name: string } }>(url, {
        method: "POST",
        body: { method },
      })
    ).order;
  }
}
