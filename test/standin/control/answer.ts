import { json, jsonOf, type WebRequest, type WebResponse } from "../page/route.ts";
import type { ShopState, World } from "../state.ts";
import { findShop } from "../world.ts";

/** A request that cannot be answered; the routes turn it into its status. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

type Handle = (request: WebRequest) => unknown;

/** Answers with the handler's value as JSON, `{"ok": true}` when there is none, and refusals with their message. */
export function answering(
  handle: Handle,
  status = 200,
): (request: WebRequest) => Promise<WebResponse> {
  return async (request) => {
    try {
      return json((await handle(request)) ?? { ok: true }, status);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return json({ error: "refused", message: error.message }, error.status);
    }
  };
}

/** The shop a path names, by handle or domain. */
export function shopOf(world: World, { params }: WebRequest): ShopState {
  const shop = findShop(world, params["handle"] ?? "");
  if (!shop) throw new Refusal(404, `There is no shop ${params["handle"] ?? ""}`);
  return shop;
}

/** The member of `list` whose id the path names, as a number or at the end of a gid. */
export function memberOf<T extends { readonly id: number }>(
  list: Iterable<T>,
  { params }: WebRequest,
  kind: string,
): T {
  const id = idFrom(params["id"] ?? "");
  for (const member of list) if (member.id === id) return member;
  throw new Refusal(404, `There is no ${kind} ${params["id"] ?? ""}`);
}

export function idFrom(text: string): number {
  return Number(text.slice(text.lastIndexOf("/") + 1));
}

/** The body's fields; an empty body has none. */
export function fieldsOf(request: WebRequest): Readonly<Record<string, unknown>> {
  if (request.body.length === 0) return {};
  const fields = jsonOf(request);
  if (!fields) throw new Refusal(400, "The body is not a JSON object");
  return fields;
}

/** A whole number of a body, or undefined when it is left out. */
export function wholeNumber(
  fields: Readonly<Record<string, unknown>>,
  name: string,
): number | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  throw new Refusal(422, `${name}: a whole number`);
}
