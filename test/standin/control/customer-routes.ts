import { isMember } from "../admin/segments/members.ts";
import { parseSegmentQuery } from "../admin/segments/query.ts";
import { retagCustomer } from "../admin/tags.ts";
import type { Route, WebRequest } from "../page/route.ts";
import type { Customer, Segment, ShopState, World } from "../state.ts";
import { answering, fieldsOf, idFrom, memberOf, Refusal, shopOf } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

/** Customers, their tags, and who is in which segment. */
export function customerRoutes({ world }: ControlOptions): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/control/:handle/customers",
      handle: answering((request) => ({ customers: shopOf(world, request).customers })),
    },
    {
      method: "POST",
      path: "/control/:handle/customers/:id/tags",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        const customer = memberOf(shop.customers, request, "customer");
        const { add, remove } = fieldsOf(request);
        changeTags(world, shop, customer, { add: tagsOf(add), remove: tagsOf(remove) });
        return customer;
      }),
    },
    {
      method: "GET",
      path: "/control/:handle/segments/:id/members",
      handle: answering((request) => {
        const shop = shopOf(world, request);
        const segment = memberOf(shop.segments, request, "segment");
        const members = shop.customers.filter((one) => isMember(world, shop, segment, one));
        return { members: members.map(({ id, email }) => ({ id, email: email ?? null })) };
      }),
    },
    {
      method: "POST",
      path: "/control/:handle/segments/:id/members",
      handle: answering((request) => setMember(world, request)),
    },
  ];
}

/**
 * `{"customerId", "member"}`: members are whoever the query finds, so this changes the customer's tags. Only a
 * segment that is nothing but one tag can be changed like that.
 */
function setMember(world: World, request: WebRequest): void {
  const shop = shopOf(world, request);
  const segment = memberOf(shop.segments, request, "segment");
  const { customerId, member = true } = fieldsOf(request);
  const customer = shop.customers.find(({ id }) => id === idFrom(String(customerId)));
  if (!customer) throw new Refusal(404, `There is no customer ${String(customerId)}`);
  const tag = tagOf(segment);
  if (tag === undefined) throw new Refusal(409, `Not a segment of one tag: ${segment.query}`);
  const change = member === true ? { add: [tag], remove: [] } : { add: [], remove: [tag] };
  changeTags(world, shop, customer, change);
}

function tagOf({ query }: Segment): string | undefined {
  const parsed = parseSegmentQuery(query);
  if (parsed.kind === "invalid" || parsed.query.kind !== "compare") return undefined;
  const { attribute, operator, value } = parsed.query;
  return attribute === "customer_tags" && operator !== "!=" ? value : undefined;
}

function changeTags(
  world: World,
  shop: ShopState,
  customer: Customer,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): void {
  const has = (tags: readonly string[], tag: string): boolean =>
    tags.some((one) => one.toLowerCase() === tag.toLowerCase());
  const kept = customer.tags.filter((tag) => !has(remove, tag));
  retagCustomer(world, shop, customer, [...kept, ...add.filter((tag) => !has(kept, tag))]);
}

function tagsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((tag) => typeof tag === "string")) return value;
  throw new Refusal(422, "add, remove: lists of tags");
}
