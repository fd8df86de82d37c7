import { html, type Html } from "../page/html.ts";
import type { Order } from "../state.ts";

export function statusBadge(order: Order): Html {
  const paid = order.financialStatus;
  const colour = paid === "paid" ? "good" : paid === "pending" ? "warn" : "";
  const text = (paid.charAt(0).toUpperCase() + paid.slice(1)).replace("_", " ");
  return html`<span class="badge ${colour}">${text}</span
    >${order.cancelledAt && html` <span class="badge bad">Cancelled</span>`}`;
}

export type OrderStep = {
  readonly action: "mark-paid" | "expire" | "refund" | "cancel";
  readonly label: string;
  readonly isDanger: boolean;
};

/** What can still happen to an order. */
export function nextSteps(order: Order): readonly OrderStep[] {
  const steps: OrderStep[] = [];
  if (order.cancelledAt) return steps;
  if (order.financialStatus === "pending") {
    steps.push({ action: "mark-paid", label: "Mark as paid", isDanger: false });
    steps.push({ action: "expire", label: "Expire", isDanger: false });
  }
  if (order.financialStatus === "paid" || order.financialStatus === "partially_refunded") {
    steps.push({ action: "refund", label: "Refund", isDanger: false });
  }
  steps.push({ action: "cancel", label: "Cancel", isDanger: true });
  return steps;
}
