import type { ShopState, StaffMember } from "#test/standin/state.ts";
import { allRoutes, callRoute, type Answer, type RouteModule } from "./routes.ts";
import type { StandinApp } from "./standin-app.ts";

/** A browser's name: Shopify's library turns robots away. */
export const BROWSER =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

type Target = { params?: Record<string, string>; search?: string };
type Posted = Target & { form?: Record<string, string>; file?: string };

/** A member of staff at the app's pages: each request carries a fresh session token, as App Bridge sends it. */
export class StaffClient {
  readonly shop: ShopState;
  readonly #app: StandinApp;
  readonly #routes: Map<string, RouteModule>;
  readonly #member: StaffMember;

  /** @param firstName one of the stand-in's staff: Olive (owner), Edda, Rafael, Viola. */
  static async of(app: StandinApp, handle: string, firstName = "Olive"): Promise<StaffClient> {
    const shop = app.shop(handle);
    const member = shop.staff.find((each) => each.firstName === firstName);
    if (!member) throw new Error(`Nobody at ${handle} is called ${firstName}.`);
    return new StaffClient(app, shop, member, await allRoutes());
  }

  constructor(
    app: StandinApp,
    shop: ShopState,
    member: StaffMember,
    routes: Map<string, RouteModule>,
  ) {
    this.#app = app;
    this.shop = shop;
    this.#member = member;
    this.#routes = routes;
  }

  get staffId(): string {
    return String(this.#member.id);
  }

  token(): string {
    return this.#app.standin.mintIdToken(this.shop, this.#member);
  }

  load(route: string, target: Target = {}): Promise<Answer> {
    const request = new Request(this.#url(target), { headers: this.#headers() });
    return callRoute(this.#routes.get(route)?.loader, request, target.params ?? {});
  }

  /** Posts a form, or the text of a file. */
  post(route: string, { form = {}, file, ...target }: Posted = {}): Promise<Answer> {
    const body = file ?? new URLSearchParams(form);
    const request = new Request(this.#url(target), {
      method: "POST",
      headers: this.#headers(),
      body,
    });
    return callRoute(this.#routes.get(route)?.action, request, target.params ?? {});
  }

  /** What a page's loader gives. @throws when it is refused. */
  async read<T>(route: string, target: Target = {}): Promise<T> {
    const answer = await this.load(route, target);
    if (answer.status !== 200)
      throw new Error(`${route} answered ${answer.status}: ${answer.text}`);
    return answer.json<T>();
  }

  /** Posts what should go through. @throws when it is refused. */
  async done(route: string, posted: Posted = {}): Promise<Answer> {
    const answer = await this.post(route, posted);
    if (answer.status >= 400) throw new Error(`${route} answered ${answer.status}: ${answer.text}`);
    return answer;
  }

  #url({ search = "" }: Target): string {
    return `${this.#app.url}/app${search}`;
  }

  #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token()}`, "user-agent": BROWSER };
  }
}
