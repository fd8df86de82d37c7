import { randomUUID } from "node:crypto";

import { idOf } from "../../gid.ts";
import { announce } from "../../orders/announce.ts";
import { cancelOrder, whyNotCancelled } from "../../orders/cancel.ts";
import { changeOrder, findOrder } from "../../orders/change.ts";
import type { CancelReason, Order, OrderRisk } from "../../orders/order.ts";
import type { Cancellation } from "../../state.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { unimplemented } from "../errors.ts";
import { cancelError, cancellationView } from "../views/cancellation.ts";
import { jobView } from "../views/job.ts";
import { orderView, riskAssessmentView } from "../views/order.ts";
import { startWork } from "../work.ts";

/** Of an assessment, as Shopify documents it. */
const MOST_FACTS = 20;

export function orderMutations(context: AdminContext) {
  return {
    orderUpdate: (args: Args) => update(context, args["input"] as Args),
    orderCancel: (args: Args) => cancel(context, args),
    orderRiskAssessmentCreate: (args: Args) =>
      assess(context, args["orderRiskAssessmentInput"] as Args),
  };
}

function orderOf({ shop }: AdminContext, id: unknown): Order | undefined {
  const number = idOf(String(id), "Order");
  return number === undefined ? undefined : findOrder(shop, number);
}

/** Knows an order's note and tags; every other field is said not to be implemented. */
function update(context: AdminContext, input: Args): View {
  const { world, shop } = context;
  const payload = (order: View | null, errors: View[]) => ({
    __typename: "OrderUpdatePayload",
    ...{ order, userErrors: errors },
  });
  const before = orderOf(context, input["id"]);
  if (!before) return payload(null, [error(["id"], "Order does not exist")]);
  const { id: _, note: given, tags, ...others } = input;
  const note = given as string | null | undefined;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unimplemented(`OrderInput.${unknown}`);
  const at = world.now();
  const order = changeOrder(shop, before, at, {
    ...(note === undefined ? {} : { note: note === null || note === "" ? undefined : note }),
    ...(tags === undefined ? {} : { tags: tags as string[] }),
  });
  announce(world, shop, { order, at, topics: ["orders/updated"] });
  return payload(orderView(context, order), []);
}

/** Shopify cancels in the background: `jobResult` says how it stands, and can be read again by its id. */
function cancel(context: AdminContext, args: Args): View {
  const { world, shop } = context;
  const payload = (cancellation: Cancellation | null, errors: View[]) => ({
    __typename: "OrderCancelPayload",
    job: cancellation && jobView(cancellation.job),
    jobResult: cancellation && cancellationView(context, cancellation),
    ...{ orderCancelUserErrors: errors, userErrors: [] },
  });
  const order = orderOf(context, args["orderId"]);
  const problem = whyNotCancelled(order);
  if (!order || problem) return payload(null, [cancelError(problem ?? "")]);
  const refund = (args["refundMethod"] as Args | undefined)?.["originalPaymentMethodsRefund"];
  const options = {
    reason: String(args["reason"]).toLowerCase() as CancelReason,
    refund: refund === true || args["refund"] === true,
  };
  const job = { id: randomUUID(), done: false };
  const id = world.nextId("OrderCancelJobResult");
  const cancellation: Cancellation = { id, orderId: order.id, job, error: undefined };
  shop.jobs.set(job.id, job);
  shop.cancellations.set(id, cancellation);
  startWork(world, shop, "orderCancel", {
    items: [order.id],
    carryOut(orderId) {
      const outcome = cancelOrder(world, shop, orderId, options);
      if (!outcome.ok) cancellation.error = outcome.message;
    },
    fail: () => (cancellation.error = "The order has an outstanding fulfillment."),
    forget: () => shop.cancellations.delete(id),
    finish: () => (job.done = true),
  });
  return payload(cancellation, []);
}

function assess(context: AdminContext, input: Args): View {
  const { world, shop } = context;
  const payload = (assessment: View | null, code: string | null, message = "") => ({
    __typename: "OrderRiskAssessmentCreatePayload",
    orderRiskAssessment: assessment,
    userErrors:
      code === null
        ? []
        : [{ __typename: "OrderRiskAssessmentCreateUserError", code, field: null, message }],
  });
  const before = orderOf(context, input["orderId"]);
  if (!before) return payload(null, "NOT_FOUND", "Order not found.");
  const facts = input["facts"] as OrderRisk["facts"];
  if (facts.length > MOST_FACTS) return payload(null, "TOO_MANY_FACTS", "Too many facts.");
  const risk: OrderRisk = {
    appId: world.config.appId,
    level: String(input["riskLevel"]),
    facts: facts.map(({ description, sentiment }) => ({ description, sentiment })),
  };
  changeOrder(shop, before, world.now(), { risks: [...(before.risks ?? []), risk] });
  return payload(riskAssessmentView(risk), null);
}

function error(field: string[], message: string): View {
  return { __typename: "UserError", field, message };
}
