import { amountOfApplication } from "./amounts.ts";
import { amountText } from "./money-bag.ts";
import type { DiscountApplication, Order } from "./order.ts";

/** One entry for each code on the order, also when it took nothing off. */
export function discountCodesPayload(order: Order) {
  return order.applications.flatMap((application, index) =>
    application.code === undefined
      ? []
      : [
          {
            code: application.code,
            amount: amountText(amountOfApplication(order, index), order.currency),
            type: application.targetType === "shipping_line" ? "shipping" : application.valueType,
          },
        ],
  );
}

/** Their order is what `discount_application_index` counts. */
export function applicationPayload(order: Order, application: DiscountApplication) {
  const { valueType, value } = application;
  return {
    target_type: application.targetType,
    type: application.type,
    value: valueType === "percentage" ? percentText(value) : amountText(value, order.currency),
    value_type: valueType,
    allocation_method: application.allocationMethod,
    target_selection: application.targetSelection,
    ...(application.code === undefined ? { title: application.title } : { code: application.code }),
  };
}

/** REST writes percents with at least one digit after the point: `15.0`, `12.5`. */
function percentText(percent: number): string {
  return Number.isInteger(percent) ? percent.toFixed(1) : String(percent);
}
