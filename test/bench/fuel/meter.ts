import { ByteReader, joined, signedBytes, unsignedBytes } from "./bytes.ts";
import { readOperator } from "./operator.ts";

/** The exported counter: a mutable i64 global. */
export const FUEL = "__fuel";

const HEADER = 8;
const SECTION = { import: 2, global: 6, export: 7, code: 10 } as const;
/** The order sections stand in; "data count" (12) comes between elements and code. */
const ORDER = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 10];
const I64 = 0x7e;

type Section = { id: number; bytes: Uint8Array };

/**
 * Rewrites a WebAssembly module so that it counts its own instructions by wasmtime's rule for
 * fuel, which is how Shopify counts a function's. The result does what the module did.
 */
export function meter(module: Uint8Array): Uint8Array {
  const sections = ensured(readSections(module), [SECTION.global, SECTION.export]);
  const fuel = globalCount(sections);
  const rewritten = sections.map(({ id, bytes }) => {
    if (id === SECTION.global) return { id, bytes: appended(bytes, [I64, 1, 0x42, 0, 0x0b]) };
    if (id === SECTION.export) {
      const name = [...new TextEncoder().encode(FUEL)];
      const entry = [...unsignedBytes(name.length), ...name, 3, ...unsignedBytes(fuel)];
      return { id, bytes: appended(bytes, entry) };
    }
    return { id, bytes: id === SECTION.code ? meteredCode(bytes, fuel) : bytes };
  });
  return joined([
    module.subarray(0, HEADER),
    ...rewritten.flatMap(({ id, bytes }) => [[id, ...unsignedBytes(bytes.length)], bytes]),
  ]);
}

function readSections(module: Uint8Array): Section[] {
  const reader = new ByteReader(module, HEADER);
  const sections: Section[] = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const length = reader.unsigned();
    sections.push({ id, bytes: module.subarray(reader.at, reader.at + length) });
    reader.skip(length);
  }
  return sections;
}

/** Adds empty sections where the module has none, in their place. */
function ensured(sections: readonly Section[], ids: readonly number[]): Section[] {
  const all = [...sections];
  for (const id of ids) {
    if (all.some((section) => section.id === id)) continue;
    const after = all.findIndex(
      (section) => section.id !== 0 && ORDER.indexOf(section.id) > ORDER.indexOf(id),
    );
    all.splice(after < 0 ? all.length : after, 0, { id, bytes: Uint8Array.of(0) });
  }
  return all;
}

/** A section that is a list, with one more entry at its end. */
function appended(list: Uint8Array, entry: readonly number[]): Uint8Array {
  const reader = new ByteReader(list);
  const count = reader.unsigned();
  return joined([unsignedBytes(count + 1), list.subarray(reader.at), entry]);
}

/** Imported globals come first in numbering, then the module's own. */
function globalCount(sections: readonly Section[]): number {
  const own = sections.find(({ id }) => id === SECTION.global);
  const imports = sections.find(({ id }) => id === SECTION.import);
  const count = own ? new ByteReader(own.bytes).unsigned() : 0;
  return count + (imports ? importedGlobals(imports.bytes) : 0);
}

function importedGlobals(bytes: Uint8Array): number {
  const reader = new ByteReader(bytes);
  let globals = 0;
  for (let left = reader.unsigned(); left > 0; left--) {
    reader.skip(reader.unsigned());
    reader.skip(reader.unsigned());
    const kind = reader.byte();
    if (kind === 0) reader.skipNumber();
    else if (kind === 3) {
      reader.skip(2);
      globals++;
    } else {
      if (kind === 1) reader.skip(1);
      reader.skipNumbers(reader.byte() & 1 ? 2 : 1);
    }
  }
  return globals;
}

function meteredCode(code: Uint8Array, fuel: number): Uint8Array {
  const reader = new ByteReader(code);
  const count = reader.unsigned();
  const bodies = [unsignedBytes(count)] as (Uint8Array | number[])[];
  for (let i = 0; i < count; i++) {
    const length = reader.unsigned();
    const body = meteredBody(code.subarray(reader.at, reader.at + length), fuel);
    bodies.push(unsignedBytes(body.length), body);
    reader.skip(length);
  }
  return joined(bodies);
}

/** Charges each straight run of instructions at once, before control can leave it. */
function meteredBody(body: Uint8Array, fuel: number): Uint8Array {
  const global = unsignedBytes(fuel);
  const charge = (cost: number) => [
    ...[0x23, ...global], // global.get
    ...[0x42, ...signedBytes(cost)], // i64.const
    0x7c, // i64.add
    ...[0x24, ...global], // global.set
  ];
  const reader = new ByteReader(body);
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.skipNumber();
    reader.skip(1);
  }
  const chunks: (Uint8Array | number[])[] = [];
  let copied = 0;
  let cost = 0;
  while (reader.at < body.length) {
    const start = reader.at;
    const operator = readOperator(reader);
    cost += operator.cost;
    if (!operator.boundary || cost === 0) continue;
    chunks.push(body.subarray(copied, start), charge(cost));
    copied = start;
    cost = 0;
  }
  return joined([...chunks, body.subarray(copied)]);
}
