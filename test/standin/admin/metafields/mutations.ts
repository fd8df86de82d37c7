import { dropMetafield, metafieldOf, metafieldOwner, spelledNamespace } from "../../metafields.ts";
import { readGid } from "../../gid.ts";
import type { Metafield } from "../../state.ts";
import { requireScope, type AdminContext, type Args, type View } from "../context.ts";
import { unimplemented, type UserError } from "../errors.ts";
import { refusable } from "../payload.ts";
import { metafieldView } from "../views/metafields.ts";
import { isProblem, readMetafield, writeMetafields, type MetafieldWrite } from "./write.ts";

/** Documented. */
const MAX_METAFIELDS = 25;

const STALE =
  "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.";

export function metafieldMutations(context: AdminContext) {
  const { shop, world } = context;
  return {
    metafieldsSet: refusable("MetafieldsSetPayload", ["metafields"], ({ metafields }) => {
      const inputs = metafields as readonly Args[];
      for (const { ownerId } of inputs)
        requireOwnerScope(context, "metafieldsSet", String(ownerId));
      const { writes, errors } = readAll(context, inputs);
      // All or nothing.
      if (errors.length > 0) return { metafields: [], userErrors: errors };
      const written = writeMetafields(context, writes);
      return { metafields: written.map((field) => metafieldView(context, field)) };
    }),

    metafieldsDelete: refusable("MetafieldsDeletePayload", ["deletedMetafields"], (args) => ({
      deletedMetafields: (args["metafields"] as readonly Args[]).map((one): View | null => {
        const ownerId = String(one["ownerId"]);
        requireOwnerScope(context, "metafieldsDelete", ownerId);
        const namespace = spelledNamespace(world.config, one["namespace"] as string);
        const key = String(one["key"]);
        // What is not there is answered with null, not with an error.
        return dropMetafield(shop, ownerId, namespace, key)
          ? { __typename: "MetafieldIdentifier", ownerId, namespace, key }
          : null;
      }),
    })),
  };
}

function readAll(context: AdminContext, inputs: readonly Args[]) {
  const writes: MetafieldWrite[] = [];
  const errors: (UserError & { readonly elementIndex: number | null })[] = [];
  if (inputs.length > MAX_METAFIELDS) {
    const message = `Exceeded the maximum metafields input limit of ${MAX_METAFIELDS}.`;
    const code = "LESS_THAN_OR_EQUAL_TO";
    return { writes, errors: [{ field: ["metafields"], code, message, elementIndex: null }] };
  }
  for (const [index, input] of inputs.entries()) {
    // Shopify names the element in `field`; `elementIndex` is null here.
    const fail = (field: readonly string[], code: string, message: string) => {
      const path = ["metafields", String(index), ...field];
      errors.push({ field: path, code, message, elementIndex: null });
    };
    const ownerId = String(input["ownerId"]);
    if (!context.node(ownerId)) {
      fail(["ownerId"], "INVALID", "Owner does not exist.");
      continue;
    }
    const namespace = spelledNamespace(context.world.config, input["namespace"] as string | null);
    const known = metafieldOf(context.shop, ownerId, namespace, String(input["key"]));
    const read = readMetafield(context, ownerId, input, known);
    if (isProblem(read)) fail(read.field, read.code, read.message);
    else if (isStale(input, known)) fail([], "STALE_OBJECT", STALE);
    else writes.push(read);
  }
  return { writes, errors };
}

/** No digest: whatever is there is replaced. `null`: nothing may be there. */
function isStale(input: Args, known: Metafield | undefined): boolean {
  const digest = input["compareDigest"];
  return digest !== undefined && digest !== (known?.compareDigest ?? null);
}

const OWNER_SCOPES: Readonly<Record<string, string | undefined>> = {
  Customer: "write_customers",
  DiscountNode: "write_discounts",
  Order: "write_orders",
  Product: "write_products",
  ProductVariant: "write_products",
  Collection: "write_products",
};

/** Whoever may change an owner may change its metafields; the shop's and the app's own need no scope. */
function requireOwnerScope(context: AdminContext, mutation: string, ownerId: string): void {
  const type = readGid(metafieldOwner(ownerId))?.type ?? "";
  if (type === "Shop" || type === "AppInstallation") return;
  const scope = OWNER_SCOPES[type];
  if (scope === undefined) throw unimplemented(`metafields of ${ownerId}`);
  requireScope(context, mutation, scope);
}
