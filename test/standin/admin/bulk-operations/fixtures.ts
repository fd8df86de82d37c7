import type { Opened } from "../fixtures/open.ts";

export const RUN = `mutation Run($query: String!, $groupObjects: Boolean! = false) {
  bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) {
    bulkOperation { id status } userErrors { field code message } }
}`;

export const OPERATION = `query Operation($id: ID!) { bulkOperation(id: $id) {
  id type status errorCode objectCount rootObjectCount fileSize url partialDataUrl createdAt completedAt query } }`;

export const CODES = `{ discountNodes { edges { node { id discount { __typename
  ... on DiscountCodeBasic { title status codes { edges { node { id code asyncUsageCount } } } }
  ... on DiscountCodeFreeShipping { title codes { edges { node { id code } } } } } } } } }`;

export type Operation = {
  readonly id: string;
  readonly status: string;
  readonly errorCode: string | null;
  readonly objectCount: string;
  readonly rootObjectCount: string;
  readonly fileSize: string | null;
  readonly url: string | null;
  readonly partialDataUrl: string | null;
  readonly completedAt: string | null;
};

export async function run(opened: Opened, query: string, groupObjects = false): Promise<string> {
  const { bulkOperation, userErrors } = await opened.payload<{
    bulkOperation: { id: string } | null;
    userErrors: unknown;
  }>(RUN, { query, groupObjects });
  if (!bulkOperation) throw new Error(JSON.stringify(userErrors));
  return bulkOperation.id;
}

export function read(opened: Opened, id: string): Promise<Operation> {
  return opened.payload<Operation>(OPERATION, { id });
}

/** As an app would: until it is over. The clock stands, so it is moved. */
export async function finished(opened: Opened, id: string): Promise<Operation> {
  for (let look = 0; look < 100; look += 1) {
    opened.later();
    const operation = await read(opened, id);
    if (operation.completedAt) return operation;
  }
  throw new Error("It does not end");
}

export type Line = Readonly<Record<string, unknown>> & { readonly __parentId?: string };

export async function linesOf(url: string | null): Promise<Line[]> {
  const response = await fetch(url ?? "");
  const text = await response.text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
}
