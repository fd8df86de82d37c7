import { buildAutomaton, type Automaton } from "./automaton.ts";
import type { Field } from "./field.ts";
import { read } from "./read.ts";

/** A shop has thousands of campaigns and a handful of fields; a list of all countries is not small. */
const automata = new WeakMap<Field, Automaton>();

/** Whether a text may stand in a field. */
export function spells(field: Field, text: string): boolean {
  const automaton = automata.get(field) ?? buildAutomaton([{ kind: "field", field, at: 1 }]);
  automata.set(field, automaton);
  return read(automaton, text).ok;
}
