import { gid } from "../../gid.ts";
import { findOrder } from "../../orders/change.ts";
import type { Cancellation } from "../../state.ts";
import type { AdminContext, View } from "../context.ts";
import { orderView } from "./order.ts";

export function cancellationView(context: AdminContext, cancellation: Cancellation): View {
  const { id, orderId, job, error } = cancellation;
  const { done } = job;
  const errors = error === undefined ? [] : [cancelError(error)];
  return {
    __typename: "OrderCancelJobResult",
    id: gid("OrderCancelJobResult", id),
    ...{ done, errors, status: done ? (error === undefined ? "SUCCEEDED" : "FAILED") : "STARTED" },
    order: () => {
      const order = findOrder(context.shop, orderId);
      return order ? orderView(context, order) : null;
    },
  };
}

export function cancelError(message: string): View {
  return { __typename: "OrderCancelUserError", code: "INVALID", field: null, message };
}
