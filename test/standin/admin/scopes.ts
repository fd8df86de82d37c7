import { getNamedType, isObjectType, type GraphQLOutputType } from "graphql";

/** What Shopify's schema file says about the access a type or a field needs. */
type ScopeItem = {
  readonly type: "type" | "field";
  readonly typeName: string;
  readonly fieldName?: string;
  readonly requiredAccess: string;
  readonly offlineScopes: readonly string[];
};

/** `text` is Shopify's sentence about it; any one of `scopes` is enough. */
export type Requirement = { readonly text: string; readonly scopes: readonly string[] };

/** By type (`Customer`) and by field (`QueryRoot.discountNodes`). */
export type RequiredScopes = ReadonlyMap<string, Requirement>;

export function readRequiredScopes(items: readonly ScopeItem[]): RequiredScopes {
  const required = new Map<string, Requirement>();
  for (const { typeName, fieldName, requiredAccess, offlineScopes } of items) {
    if (offlineScopes.length === 0) continue;
    const name = fieldName === undefined ? typeName : `${typeName}.${fieldName}`;
    required.set(name, { text: requiredAccess, scopes: offlineScopes });
  }
  return required;
}

/** Writing includes reading. */
export function holdsScope(granted: ReadonlySet<string>, scope: string): boolean {
  return granted.has(scope) || granted.has(scope.replace(/^read_/, "write_"));
}

/**
 * What a field asks for that the token does not hold: its own requirement, the one of the type it is on, or the one
 * of what it gives (for a connection: of its nodes).
 */
export function missingRequirement(
  required: RequiredScopes,
  granted: ReadonlySet<string>,
  field: { parent: string; name: string; type: GraphQLOutputType },
): Requirement | undefined {
  const names = [`${field.parent}.${field.name}`, field.parent, ...typesGiven(field.type)];
  for (const name of names) {
    const requirement = required.get(name);
    if (requirement && !requirement.scopes.some((scope) => holdsScope(granted, scope))) {
      return requirement;
    }
  }
  return undefined;
}

function typesGiven(type: GraphQLOutputType): string[] {
  const given = getNamedType(type);
  if (!isObjectType(given)) return [];
  if (!given.name.endsWith("Connection")) return [given.name];
  const { edges } = given.getFields();
  const edge = edges && getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()["node"] : undefined;
  return node ? [given.name, getNamedType(node.type).name] : [given.name];
}
