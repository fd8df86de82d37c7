import { gid, readGid } from "../../gid.ts";
import { metafieldOf, metafieldsOf, spelledNamespace } from "../../metafields.ts";
import type { Metafield } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { instant } from "../scalars.ts";

/** The fields of everything that has metafields. */
export function metafieldFields(context: AdminContext, ownerId: string) {
  const { shop, world } = context;
  return {
    metafield({ namespace, key }: Args) {
      const spelled = spelledNamespace(world.config, namespace as string | undefined);
      const found = metafieldOf(shop, ownerId, spelled, String(key));
      return found ? metafieldView(context, found) : null;
    },
    metafields(args: Args) {
      const { namespace, keys } = args;
      const spelled =
        typeof namespace === "string" ? spelledNamespace(world.config, namespace) : undefined;
      const wanted = Array.isArray(keys) ? new Set(keys.map(String)) : undefined;
      const items = metafieldsOf(shop, ownerId).filter(
        (field) =>
          (spelled === undefined || field.namespace === spelled) &&
          (!wanted || wanted.has(field.key) || wanted.has(`${field.namespace}.${field.key}`)),
      );
      const view = (field: Metafield) => metafieldView(context, field);
      return connection("MetafieldConnection", { items, idOf: ({ id }) => id, view }, args);
    },
  };
}

export function metafieldView(context: AdminContext, field: Metafield): View {
  return {
    __typename: "Metafield",
    id: gid("Metafield", field.id),
    legacyResourceId: String(field.id),
    namespace: field.namespace,
    key: field.key,
    type: field.type,
    value: field.value,
    jsonValue: () => jsonValue(field),
    compareDigest: field.compareDigest,
    sizeInBytes: Buffer.byteLength(field.value),
    createdAt: instant(field.createdAt),
    updatedAt: instant(field.updatedAt),
    ownerType: OWNER_TYPES[readGid(field.ownerId)?.type ?? ""],
    owner: () => context.node(field.ownerId),
  };
}

/** Types whose values are JSON are given as such, the others as the string they are. */
function jsonValue({ type, value }: Metafield): unknown {
  const isJson = type.startsWith("list.") || /^(json|number_|boolean|money|rating)/.test(type);
  return isJson ? (JSON.parse(value) as unknown) : value;
}

const OWNER_TYPES: Readonly<Record<string, string>> = {
  Customer: "CUSTOMER",
  DiscountNode: "DISCOUNT",
  Order: "ORDER",
  Product: "PRODUCT",
  ProductVariant: "PRODUCTVARIANT",
  Collection: "COLLECTION",
  Shop: "SHOP",
  AppInstallation: "API_PERMISSION",
};
