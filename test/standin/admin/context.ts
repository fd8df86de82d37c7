import type { GraphQLSchema } from "graphql";
import type { AccessToken, ShopState, World } from "../state.ts";
import { accessDenied } from "./errors.ts";
import { holdsScope, type RequiredScopes } from "./scopes.ts";

/** Everything one call knows: whose it is, and in which shop. */
export type AdminContext = {
  readonly world: World;
  readonly shop: ShopState;
  readonly token: AccessToken;
  readonly schema: GraphQLSchema;
  readonly required: RequiredScopes;
  /**
   * Whatever a global id names in the shop (`views/node.ts`); null when there is no such thing. Views reach each other
   * by it: in a graph every type leads to every other one, their modules must not.
   */
  readonly node: (globalId: string) => View | null;
};

/**
 * A GraphQL object: its fields by name, a value or a function of the field's arguments. A field that is not among
 * them is not implemented.
 */
export type View = { readonly __typename: string; readonly [field: string]: unknown };

/** Arguments as graphql-js coerced them. */
export type Args = Readonly<Record<string, unknown>>;

/** For fields whose required scope depends on what they are used on, so that the schema file cannot say it. */
export function requireScope(context: AdminContext, field: string, scope: string): void {
  if (!holdsScope(context.token.scopes, scope)) {
    throw accessDenied(field, `\`${scope}\` access scope.`);
  }
}
