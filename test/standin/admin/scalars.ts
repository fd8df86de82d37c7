import { GraphQLError, isScalarType, type GraphQLSchema, type ValueNode, Kind } from "graphql";

/** The introspection names the scalars but not what they accept; without this any string would pass as a date. */
const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  DateTime(value) {
    const time =
      typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
    if (Number.isNaN(time)) throw new GraphQLError(`invalid DateTime '${String(value)}'`);
    return new Date(time);
  },
  Decimal(value) {
    const text = typeof value === "number" ? String(value) : value;
    if (typeof text !== "string" || !/^-?\d+(\.\d+)?$/.test(text)) {
      throw new GraphQLError(`invalid decimal '${String(value)}'`);
    }
    return text;
  },
  UnsignedInt64(value) {
    if (!/^\d+$/.test(String(value))) throw new GraphQLError(`invalid value '${String(value)}'`);
    return Number(value);
  },
};

export function giveScalarsTheirReaders(schema: GraphQLSchema): void {
  for (const [name, read] of Object.entries(READERS)) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) continue;
    scalar.parseValue = read;
    scalar.parseLiteral = (node) => read(literal(node));
  }
}

function literal(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
    ? node.value
    : undefined;
}

/** An instant as Shopify writes it: UTC, whole seconds. */
export function instant(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

export function optionalInstant(date: Date | undefined): string | null {
  return date ? instant(date) : null;
}
