import { gid, idOf } from "../../gid.ts";
import type { BulkOperation } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { invalidId } from "../errors.ts";
import { refusable } from "../payload.ts";
import { refuse } from "../discounts/problems.ts";
import { number, searchFor, text, time } from "../search/match.ts";
import { bulkOperationView } from "../views/bulk-operation.ts";
import { cancelBulkOperation, startBulkOperation } from "./run.ts";

export function bulkOperationQueries(context: AdminContext) {
  const { shop, world } = context;
  const newestFirst = () => [...shop.bulkOperations.values()].reverse();
  return {
    bulkOperation({ id }: Args) {
      if (idOf(String(id), "BulkOperation") === undefined) throw invalidId(String(id));
      return context.node(String(id));
    },
    bulkOperations: (args: Args) =>
      connection(
        "BulkOperationConnection",
        {
          items: newestFirst(),
          // The newest come first unless reversed.
          idOf: ({ id }) => -id,
          view: (operation) => bulkOperationView(context, operation),
          sortBy: {
            CREATED_AT: ({ createdAt }) => -createdAt.getTime(),
            COMPLETED_AT: ({ completedAt }) => -(completedAt?.getTime() ?? 0),
          },
          search: (items, query) =>
            searchFor<BulkOperation>(
              {
                created_at: time(({ createdAt }) => createdAt, world.now),
                id: number(({ id }) => id),
                operation_type: text(() => "query"),
                status: text(({ status }) => status),
              },
              items,
              query,
            ),
        },
        args,
      ),
    currentBulkOperation({ type }: Args) {
      const [newest] = newestFirst();
      return newest && type !== "MUTATION" ? bulkOperationView(context, newest) : null;
    },
  };
}

/** `queries` are the fields of QueryRoot, which a bulk query asks. */
export function bulkOperationMutations(context: AdminContext, queries: () => View) {
  const { shop, world } = context;
  return {
    bulkOperationRunQuery: refusable(
      "BulkOperationRunQueryPayload",
      ["bulkOperation"],
      ({ query, groupObjects }) => ({
        bulkOperation: bulkOperationView(
          context,
          startBulkOperation(context, queries(), String(query), groupObjects === true),
        ),
      }),
    ),
    bulkOperationCancel: refusable("BulkOperationCancelPayload", ["bulkOperation"], ({ id }) => {
      const operation = shop.bulkOperations.get(idOf(String(id), "BulkOperation") ?? -1);
      if (!operation) return refuse(["id"], null, "Bulk operation does not exist");
      const ended = operation.completedAt && operation.status.toLowerCase();
      cancelBulkOperation(world, shop, operation);
      const message = `A bulk operation cannot be canceled when it is ${ended}`;
      return {
        bulkOperation: context.node(gid("BulkOperation", operation.id)),
        userErrors: ended ? [{ field: null, message }] : [],
      };
    }),
  };
}
