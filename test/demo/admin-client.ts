import { askJson, HttpError } from "./http.ts";

/** A browser's name: Shopify's library turns robots away. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

/** A member of staff using the app as the browser does: the same addresses, a fresh session token each time. */
export class AdminClient {
  readonly #standin: string;
  readonly #app: string;
  readonly #handle: string;
  readonly #staffId: string | undefined;

  constructor(standinUrl: string, appUrl: string, handle: string, staffId?: string) {
    this.#standin = standinUrl;
    this.#app = appUrl;
    this.#handle = handle;
    this.#staffId = staffId;
  }

  /** What a page's loader gives. `route` is the route's id in Remix. */
  async read<T>(path: string, route: string): Promise<T> {
    const response = await this.#send("GET", path, route);
    const text = await response.text();
    if (!response.ok) throw new HttpError("GET", path, response.status, text);
    return JSON.parse(text) as T;
  }

  /** Posts a form as a page does. @returns where the answer leads, or its JSON. @throws HttpError when refused. */
  async post<T>(
    path: string,
    route: string,
    form: Record<string, string>,
  ): Promise<{ location: string | null; body: T | null }> {
    const response = await this.#send("POST", path, route, new URLSearchParams(form));
    const text = await response.text();
    if (response.status >= 400) throw new HttpError("POST", path, response.status, text);
    const location = response.headers.get("x-remix-redirect") ?? response.headers.get("location");
    return { location, body: location || !text ? null : (JSON.parse(text) as T) };
  }

  async #send(
    method: string,
    path: string,
    route: string,
    body?: URLSearchParams,
  ): Promise<Response> {
    const url = new URL(path, this.#app);
    url.searchParams.set("_data", route);
    return fetch(url, {
      method,
      redirect: "manual",
      headers: { authorization: `Bearer ${await this.#token()}`, "user-agent": USER_AGENT },
      ...(body ? { body } : {}),
    });
  }

  async #token(): Promise<string> {
    const body = this.#staffId === undefined ? {} : { staffId: this.#staffId };
    const url = `${this.#standin}/control/${this.#handle}/session-token`;
    const { token } = await askJson<{ token: string }>(url, { method: "POST", body });
    return token;
  }
}
