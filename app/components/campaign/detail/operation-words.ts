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

/** What an ended run did, in a few words. */
export function doneWords(operations: readonly Operation[], view: View): string {
  if (!changesAnything(operations)) return "Looked; nothing was to be done";
  const steps = operations.filter(({ kind }) => kind !== "publish_guard");
  return steps.map((each) => operationWords(each, view)).join(" · ");
}
