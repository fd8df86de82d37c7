import { bulkOperationMutations } from "./bulk-operations/fields.ts";
import type { AdminContext } from "./context.ts";
import { discountMutations } from "./discounts/mutations.ts";
import { metafieldMutations } from "./metafields/mutations.ts";
import { orderMutations } from "./orders/mutations.ts";
import { queryRoot } from "./query-root.ts";
import { segmentMutations } from "./segments/mutations.ts";
import { tagMutations } from "./tags.ts";
import { webhookMutations } from "./webhooks/fields.ts";

/** The fields of Mutation that the stand-in carries out. */
export function mutationRoot(context: AdminContext): Readonly<Record<string, unknown>> {
  return {
    ...bulkOperationMutations(context, () => ({
      __typename: "QueryRoot",
      ...queryRoot(context),
    })),
    ...discountMutations(context),
    ...metafieldMutations(context),
    ...orderMutations(context),
    ...segmentMutations(context),
    ...tagMutations(context),
    ...webhookMutations(context),
  };
}
