import { MAX_SEGMENT_PAGE_SIZE } from "../assumptions.ts";
import { idOf } from "../gid.ts";
import type { Segment } from "../state.ts";
import { bulkOperationQueries } from "./bulk-operations/fields.ts";
import { connection } from "./connection.ts";
import type { AdminContext, Args, View } from "./context.ts";
import { discountQueries } from "./discounts/queries.ts";
import { badRequest, invalidId, unimplemented } from "./errors.ts";
import { text } from "./input.ts";
import { number, searchFor, words } from "./search/match.ts";
import { findSegment } from "./segments/find.ts";
import { isMember, membersOf } from "./segments/members.ts";
import { customerView, searchCustomers, segmentMemberView } from "./views/customer.ts";
import { jobView } from "./views/job.ts";
import { marketConnection } from "./views/market.ts";
import { orderConnection, searchOrders, shownOrders } from "./views/order.ts";
import {
  collectionConnection,
  productConnection,
  variantConnection,
  variantsOf,
} from "./views/product-lists.ts";
import { countView } from "./views/product.ts";
import { segmentView } from "./views/segment.ts";
import { appView, installationView, shopView } from "./views/shop.ts";
import { webhookQueries } from "./webhooks/fields.ts";

/** The fields of QueryRoot that the stand-in answers. */
export function queryRoot(context: AdminContext): Readonly<Record<string, unknown>> {
  const { shop, world } = context;
  const byId =
    (type: string) =>
    ({ id }: Args) => {
      const globalId = String(id);
      if (idOf(globalId, type) === undefined) throw invalidId(globalId);
      return context.node(globalId);
    };
  return {
    shop: () => shopView(context),
    app: () => appView(context),
    currentAppInstallation: () => installationView(context),
    node: ({ id }: Args) => context.node(String(id)),
    nodes: ({ ids }: Args) => (ids as readonly string[]).map((id) => context.node(id)),
    // A job is no node, and goes by a UUID.
    job({ id }: Args) {
      const job = shop.jobs.get(String(id).replace("gid://shopify/Job/", ""));
      return job ? jobView(job) : null;
    },
    ...bulkOperationQueries(context),
    ...discountQueries(context),
    ...webhookQueries(context),

    customer: byId("Customer"),
    customers: (args: Args) =>
      connection(
        "CustomerConnection",
        {
          items: shop.customers,
          idOf: ({ id }) => id,
          view: (customer) => customerView(context, customer),
          sortBy: {
            CREATED_AT: ({ createdAt }) => createdAt.getTime(),
            UPDATED_AT: ({ updatedAt }) => updatedAt.getTime(),
            NAME: ({ lastName, firstName }) => `${lastName ?? ""} ${firstName ?? ""}`.toLowerCase(),
          },
          search: (items, query) => searchCustomers(context, items, query),
        },
        args,
      ),
    customersCount: ({ query }: Args) =>
      countView(
        typeof query === "string"
          ? searchCustomers(context, shop.customers, query).length
          : shop.customers.length,
      ),

    segment: byId("Segment"),
    segments: (args: Args) => segmentConnection(context, args),
    segmentsCount: () => countView(shop.segments.length),
    customerSegmentMembers: (args: Args) => memberConnection(context, args),
    customerSegmentMembership({ customerId, segmentIds }: Args) {
      const customer = shop.customers.find(({ id }) => id === idOf(String(customerId), "Customer"));
      const memberships = (segmentIds as readonly string[]).map((id): View => {
        const segment = findSegment(shop, id);
        const isIn = segment && customer && isMember(world, shop, segment, customer);
        return { __typename: "SegmentMembership", segmentId: id, isMember: isIn ?? false };
      });
      return { __typename: "SegmentMembershipResponse", memberships };
    },

    market: byId("Market"),
    markets: (args: Args) => marketConnection(context, shop.markets, args),

    order: byId("Order"),
    orders: (args: Args) => orderConnection(context, shownOrders(context), args),
    ordersCount: ({ query }: Args) =>
      countView(
        typeof query === "string"
          ? searchOrders(context, shownOrders(context), query).length
          : shownOrders(context).length,
      ),

    product: byId("Product"),
    products: (args: Args) => productConnection(context, shop.products, args),
    productVariant: byId("ProductVariant"),
    productVariants: (args: Args) => variantConnection(context, variantsOf(shop.products), args),
    collection: byId("Collection"),
    collections: (args: Args) => collectionConnection(context, shop.collections, args),
  };
}

function segmentConnection(context: AdminContext, args: Args): View {
  return connection(
    "SegmentConnection",
    {
      items: context.shop.segments,
      idOf: ({ id }) => id,
      view: (segment: Segment) => segmentView(context, segment),
      sortBy: {
        CREATION_DATE: ({ createdAt }) => createdAt.getTime(),
        LAST_EDIT_DATE: ({ updatedAt }) => updatedAt.getTime(),
      },
      search: (items, query) =>
        searchFor(
          {
            default: words(({ name }) => [name]),
            id: number(({ id }) => id),
            name: words(({ name }) => [name]),
          },
          items,
          query,
        ),
    },
    args,
  );
}

function memberConnection(context: AdminContext, args: Args): View {
  const { segmentId, query, queryId } = args;
  if (queryId !== undefined && queryId !== null) throw unimplemented("members by queryId");
  const given = typeof segmentId === "string" ? segmentId : undefined;
  const segment = given === undefined ? { query: text(query) } : findSegment(context.shop, given);
  if (!segment) throw badRequest(`Segment ${given ?? ""} does not exist`);
  return connection(
    "CustomerSegmentMemberConnection",
    {
      items: membersOf(context.world, context.shop, segment),
      idOf: ({ id }) => id,
      view: (customer) => segmentMemberView(context, customer),
      maxPageSize: MAX_SEGMENT_PAGE_SIZE,
      // Already taken for the segment's own query.
      search: (items) => items,
    },
    args,
  );
}
