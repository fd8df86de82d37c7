import type { ByteReader } from "./bytes.ts";

/**
 * What an operator means for counting. `cost` is wasmtime's: 1, or 0 for what only structures the
 * code. `boundary`: control may arrive or leave here, so what ran up to it is charged before it.
 */
export type Operator = { cost: 0 | 1; boundary: boolean };

const PLAIN: Operator = { cost: 1, boundary: false };
const FREE: Operator = { cost: 0, boundary: false };
const TARGET: Operator = { cost: 0, boundary: true };
const LEAVES: Operator = { cost: 1, boundary: true };

/** Reads one operator with everything that belongs to it. Throws on one it does not know. */
export function readOperator(reader: ByteReader): Operator {
  const code = reader.byte();
  switch (code) {
    case 0x00: // unreachable
    case 0x05: // else
    case 0x0b: // end
    case 0x0f: // return
      return TARGET;
    case 0x01: // nop
    case 0x1a: // drop
      return FREE;
    case 0x02: // block
      reader.skipNumber();
      return FREE;
    case 0x03: // loop
      reader.skipNumber();
      return TARGET;
    case 0x04: // if
    case 0x0c: // br
    case 0x0d: // br_if
    case 0x10: // call
    case 0x12: // return_call
      reader.skipNumber();
      return LEAVES;
    case 0x0e: // br_table
      reader.skipNumbers(reader.unsigned() + 1);
      return LEAVES;
    case 0x11: // call_indirect
    case 0x13: // return_call_indirect
      reader.skipNumbers(2);
      return LEAVES;
    case 0x1b: // select
    case 0xd1: // ref.is_null
      return PLAIN;
    case 0x1c: // select with types
      reader.skipNumbers(reader.unsigned());
      return PLAIN;
    case 0x3f: // memory.size
    case 0x40: // memory.grow
    case 0x41: // i32.const
    case 0x42: // i64.const
    case 0xd0: // ref.null
    case 0xd2: // ref.func
      reader.skipNumber();
      return PLAIN;
    case 0x43: // f32.const
      reader.skip(4);
      return PLAIN;
    case 0x44: // f64.const
      reader.skip(8);
      return PLAIN;
    case 0xfc:
      return readBulkOperator(reader);
    default:
      return readRange(reader, code);
  }
}

function readRange(reader: ByteReader, code: number): Operator {
  if (code >= 0x20 && code <= 0x26)
    reader.skipNumber(); // locals, globals, tables
  else if (code >= 0x28 && code <= 0x3e) skipMemoryArgument(reader);
  else if (code < 0x45 || code > 0xc4) throw new Error(`Unknown operator 0x${code.toString(16)}`);
  return PLAIN;
}

/** Saturating conversions, bulk memory and tables. */
function readBulkOperator(reader: ByteReader): Operator {
  const code = reader.unsigned();
  if (code > 17) throw new Error(`Unknown operator 0xfc ${code}`);
  if (code >= 8) reader.skipNumbers([9, 11, 13, 15, 16, 17].includes(code) ? 1 : 2);
  return PLAIN;
}

function skipMemoryArgument(reader: ByteReader): void {
  const alignment = reader.unsigned();
  reader.skipNumbers(alignment & 64 ? 2 : 1);
}
