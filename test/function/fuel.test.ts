import { describe, expect, test } from "vitest";
import { meterBundle } from "#test/bench/fuel/measure.ts";
import { FUEL, meter } from "#test/bench/fuel/meter.ts";
import { ENTRY, sandboxed } from "./sandbox.ts";
import { FIXTURES } from "./fixture.ts";
import { guardInput } from "./guard-input.ts";
import { buildFunction } from "#guard/build.ts";

const section = (id: number, ...bytes: number[]) => [id, bytes.length, ...bytes];

/** A module with one exported function "f" of an i32 to an i32, with one more i32 local. */
function moduleOf(...code: number[]): Uint8Array<ArrayBuffer> {
  const body = [1, 1, 0x7f, ...code, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, 1, 0x60, 1, 0x7f, 1, 0x7f),
    ...section(3, 1, 0),
    ...section(7, 1, 1, 0x66, 0, 0),
    ...section(10, 1, body.length, ...body),
  ]);
}

function counted(module: Uint8Array<ArrayBuffer>, argument: number) {
  const plain = new WebAssembly.Instance(new WebAssembly.Module(module));
  const metered = new WebAssembly.Instance(
    new WebAssembly.Module(meter(module) as Uint8Array<ArrayBuffer>),
  );
  const call = (instance: WebAssembly.Instance) =>
    (instance.exports["f"] as (n: number) => number)(argument);
  const result = call(metered);
  expect(result).toBe(call(plain));
  const fuel = metered.exports[FUEL] as WebAssembly.Global;
  return { result, fuel: Number(fuel.value as bigint) };
}

describe("instructions are counted by wasmtime's rule", () => {
  test("one each; nop and drop are free", () => {
    // nop; (drop (i32.const 7)); (i32.add (local.get 0) (i32.const 1))
    const module = moduleOf(0x01, 0x41, 7, 0x1a, 0x20, 0, 0x41, 1, 0x6a);
    expect(counted(module, 41)).toEqual({ result: 42, fuel: 4 });
  });

  test("a loop costs what it runs, its structure nothing", () => {
    // (block (loop (br_if 1 (i32.eqz n)) sum += n; n -= 1; (br 0))) sum
    const module = moduleOf(
      ...[0x02, 0x40, 0x03, 0x40],
      ...[0x20, 0, 0x45, 0x0d, 1],
      ...[0x20, 1, 0x20, 0, 0x6a, 0x21, 1],
      ...[0x20, 0, 0x41, 1, 0x6b, 0x21, 0],
      ...[0x0c, 0, 0x0b, 0x0b, 0x20, 1],
    );
    // 3 to test, 4 + 4 to add and step, 1 to go back; the last test and the result.
    for (const n of [0, 1, 10, 1000]) {
      expect(counted(module, n)).toEqual({ result: (n * (n + 1)) / 2, fuel: 12 * n + 3 + 1 });
    }
  });

  test("only the branch that is taken is charged", () => {
    // (if (result i32) n (then 1) (else (i32.add 2 3)))
    const module = moduleOf(0x20, 0, 0x04, 0x7f, 0x41, 1, 0x05, 0x41, 2, 0x41, 3, 0x6a, 0x0b);
    expect(counted(module, 1)).toEqual({ result: 1, fuel: 3 });
    expect(counted(module, 0)).toEqual({ result: 5, fuel: 5 });
  });

  test("what it does not know is refused, not miscounted", () => {
    expect(() => meter(moduleOf(0x20, 0, 0xfb, 0))).toThrow("Unknown operator");
  });
});

describe("the guard, counted", () => {
  test("answers as it does uncounted, and costs the same each time", async () => {
    const [measure, plain] = [await meterBundle(await buildFunction(), ENTRY), await sandboxed()];
    for (const { checkout } of Object.values(FIXTURES)) {
      const input = guardInput(checkout);
      const first = await measure(input);
      expect(first.output).toEqual(plain.run(input));
      expect(await measure(input)).toEqual(first);
      expect(first.instructions).toBeGreaterThan(100_000);
    }
    plain.dispose();
  });

  test("a bundle without the export is an error", async () => {
    await expect(meterBundle("export { a };", ENTRY)).rejects.toThrow("no export");
  });
});
