import type { AdminApi } from "./admin-api.server.ts";
import type { Operation } from "./operation.ts";

export type NodePage<Node> = {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

/** Reads a connection page by page, so that what it holds never has to fit in memory at once. */
export async function* pagesOf<Result, Variables extends { after?: string | null }, Node>(
  api: AdminApi,
  operation: Operation<Result, Variables>,
  variables: Variables,
  connection: (result: Result) => NodePage<Node>,
): AsyncGenerator<Node[]> {
  let after: string | null = null;
  do {
    const page: NodePage<Node> = connection(await api.run(operation, { ...variables, after }));
    yield page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
}
