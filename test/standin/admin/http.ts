import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { grantAccess } from "../auth/access-token.ts";
import { findToken } from "../auth/tokens.ts";
import type { AccessToken, AdminCall, ShopState, World } from "../state.ts";
import { findShop } from "../world.ts";
import type { GraphqlAnswer } from "./answer.ts";
import { carryOut, UNAUTHORIZED, write, type Done, type HttpAnswer } from "./carry-out.ts";
import { runCall, throttled } from "./execute.ts";
import { prepareCall, type PreparedCall } from "./prepare.ts";
import { setDate } from "./usage.ts";
import { API_VERSION, type AdminSchema } from "./schema.ts";

/** Names the shop a call is for, as the address did before it was routed here. */
const SHOP_HEADER = "x-standin-shop";

const GRAPHQL_PATH = /^\/admin\/api\/([^/]+)\/graphql\.json$/;
const OAUTH_PATH = "/admin/oauth/access_token";

/** Answers what an app sends to `https://<shop>.myshopify.com`; false when a request is of another kind. */
export async function serveAdminApi(
  admin: AdminSchema,
  world: World,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<boolean> {
  const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
  const [, version] = GRAPHQL_PATH.exec(pathname) ?? [];
  if (incoming.method !== "POST" || (version === undefined && pathname !== OAUTH_PATH)) {
    return false;
  }
  const body = (await buffer(incoming)).toString("utf8");
  world.clock.runDue();
  setDate(world, outgoing);
  const shop = findShop(world, String(incoming.headers[SHOP_HEADER] ?? ""));
  if (!shop) {
    write(outgoing, { status: 404, body: { errors: "Not Found" } });
    return true;
  }
  if (version === undefined) {
    const call: AdminCall = {
      shop: shop.domain,
      kind: "oauth",
      operation: "access_token",
      fields: [],
    };
    await carryOut(world, shop, call, outgoing, () => oauth(world, shop, incoming, body));
    return true;
  }
  const ready = prepare(admin, world, shop, version, incoming, body);
  if (!("prepared" in ready)) {
    write(outgoing, ready);
    return true;
  }
  const { prepared, token } = ready;
  const call: AdminCall = { ...prepared.call, shop: shop.domain };
  await carryOut(
    world,
    shop,
    call,
    outgoing,
    async () => graphqlDone(prepared, await runCall(admin, world, shop, token, prepared)),
    () => graphqlDone(prepared, throttled(world, shop, prepared.requestedCost)),
  );
  return true;
}

function prepare(
  admin: AdminSchema,
  world: World,
  shop: ShopState,
  version: string,
  { headers }: IncomingMessage,
  body: string,
): HttpAnswer | { readonly prepared: PreparedCall; readonly token: AccessToken } {
  const token = findToken(world, shop, String(headers["x-shopify-access-token"] ?? ""));
  if (!token) return UNAUTHORIZED;
  if (version !== API_VERSION) {
    const errors = `The stand-in answers API version ${API_VERSION} only, not ${version}.`;
    return { status: 404, body: { errors } };
  }
  const request = parseJson(body);
  const query = request?.["query"];
  if (!request || typeof query !== "string") {
    return { status: 400, body: { errors: { query: "Required parameter missing or invalid" } } };
  }
  const variables = request["variables"] as Readonly<Record<string, unknown>> | null | undefined;
  const operationName = request["operationName"] as string | null | undefined;
  const prepared = prepareCall(admin, {
    query,
    variables: variables ?? {},
    operationName: operationName ?? null,
  });
  if (prepared.kind === "refused") return { status: 200, body: prepared.answer };
  return { prepared, token };
}

function oauth(world: World, shop: ShopState, { headers }: IncomingMessage, body: string): Done {
  const isForm = headers["content-type"]?.includes("x-www-form-urlencoded") ?? false;
  const request = isForm ? Object.fromEntries(new URLSearchParams(body)) : parseJson(body);
  const answer = grantAccess(world, shop, request ?? {});
  const error = (answer.body as { error?: string }).error;
  return { ...answer, requestedCost: 0, actualCost: 0, outcome: error ?? "ok" };
}

function graphqlDone({ requestedCost }: PreparedCall, answer: GraphqlAnswer): Done {
  const actualCost = answer.extensions?.cost.actualQueryCost ?? 0;
  const code = answer.errors?.[0]?.extensions?.["code"];
  return {
    status: 200,
    headers: { "x-shopify-api-version": API_VERSION },
    body: answer,
    requestedCost,
    actualCost,
    outcome: answer.errors
      ? typeof code === "string"
        ? code
        : "error"
      : outcomeOfData(answer.data),
  };
}

function outcomeOfData(data: unknown): string {
  const payloads = Object.values((data ?? {}) as Record<string, unknown>);
  const isRefused = payloads.some((payload) => {
    const errors = (payload as { userErrors?: unknown } | null)?.userErrors;
    return Array.isArray(errors) && errors.length > 0;
  });
  return isRefused ? "userErrors" : "ok";
}

function parseJson(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
