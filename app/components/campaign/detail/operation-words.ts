import type { Operation } from "#app/domain/discount/plan.ts";
import { plural } from "#app/components/format/number.ts";
import { fieldList } from "./field-words.ts";

type View = { locale: string; number: (value: number) => string };

/** One step of a plan as a person reads it before it is done. */
export function operationWords(operation: Operation, { locale, number }: View): string {
  const codes = (count: number) => `${number(count)} ${plural(count, "code", "codes")}`;
  switch (operation.kind) {
    case "publish_guard":
      return "Write the limits to the checkout";
    case "create_discount":
      return `Make the discount with the code ${operation.code}`;
    case "change_discount":
      return `Change ${fieldList(operation.fields, locale)} in Shopify`;
    case "stop_discount":
      return "Stop the discount in Shopify";
    case "add_codes":
      return `Add ${codes(operation.count)}`;
    case "remove_codes":
      return `Remove ${codes(operation.count)}`;
    case "adopt":
      return `Take over from Shopify: ${fieldList(operation.fields, locale)}`;
    case "decide":
      return `Leave to you: ${fieldList(operation.fields, locale)}`;
  }
}

/** Whether anything changes on either side: the checkout's limits are only looked at otherwise. */
export function changesAnything(operations: readonly Operation[]): boolean {
  return operations.some(({ kind }) => kind !== "publish_guard");
}

/** What a plan changes, in one line. */
export function planWords(operations: readonly Operation[], view: View): string {
  return joined(operations, (each) => operationWords(each, view));
}

/** What a run that ended well did, in one line. */
export function doneWords(operations: readonly Operation[], view: View): string {
  if (!changesAnything(operations)) return "Wrote the limits to the checkout";
  return joined(operations, (each) => PAST[each.kind](operationWords(each, view)));
}

/** A run that looked several times says some of it again. */
function joined(operations: readonly Operation[], words: (operation: Operation) => string) {
  const steps = operations.filter(({ kind }) => kind !== "publish_guard").map(words);
  return [...new Set(steps)].join(" · ");
}

const became = (now: string, then: string) => (words: string) => words.replace(now, then);

const PAST: Record<Operation["kind"], (words: string) => string> = {
  publish_guard: became("Write", "Wrote"),
  create_discount: became("Make", "Made"),
  change_discount: became("Change", "Changed"),
  stop_discount: became("Stop", "Stopped"),
  add_codes: became("Add", "Added"),
  remove_codes: became("Remove", "Removed"),
  adopt: became("Take", "Taken"),
  decide: became("Leave", "Left"),
};
