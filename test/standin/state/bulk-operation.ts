/** A query over everything a shop has, run in the background into a file of JSON lines. */
export type BulkOperation = {
  readonly id: number;
  readonly query: string;
  /** Children directly under their parents. */
  readonly groupObjects: boolean;
  readonly createdAt: Date;
  completedAt: Date | undefined;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "CANCELING" | "CANCELED" | "FAILED";
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | undefined;
  objectCount: number;
  rootObjectCount: number;
  /** What there is of the file; undefined before the first line. */
  file: BulkFile | undefined;
  /** A mistake of the stand-in's that ended it: told to whoever asks, as no answer of Shopify's. */
  bug: unknown;
};

export type BulkFile = {
  readonly path: string;
  /** In the address, so that nobody guesses it. */
  readonly name: string;
  bytes: number;
};
