import type { ShopState, World } from "../state.ts";
import type { GraphqlAnswer } from "./answer.ts";
import type { AdminContext } from "./context.ts";
import { carryOutCall, contextOf } from "./execute.ts";
import { prepareCall, type GraphqlRequest } from "./prepare.ts";
import type { AdminSchema } from "./schema.ts";

/** Who may do anything: the shop's staff in the admin, or another app with every scope. */
export function staffContext(admin: AdminSchema, world: World, shop: ShopState): AdminContext {
  const scopes = new Set([...admin.required.values()].flatMap((one) => one.scopes));
  const token = { token: "", mode: "offline", scopes, expiresAt: undefined, staffId: undefined };
  return contextOf(admin, world, shop, { ...token, mode: "offline" });
}

/** A call past the app: out of another bucket, and no fault strikes it. */
export async function callAsStaff(
  admin: AdminSchema,
  world: World,
  shop: ShopState,
  request: GraphqlRequest,
): Promise<GraphqlAnswer> {
  world.clock.runDue();
  const prepared = prepareCall(admin, request);
  if (prepared.kind === "refused") return prepared.answer;
  const { data, errors } = await carryOutCall(staffContext(admin, world, shop), prepared);
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => error.toJSON()) }),
  };
}
