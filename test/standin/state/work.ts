/** Admin work that goes on after its mutation has answered. Plain data: `settle` does what is due by the clock. */
export type Job = {
  readonly id: string;
  readonly task:
    | {
        readonly kind: "delete-codes";
        readonly discountId: number;
        readonly codeIds: readonly number[];
      }
    | {
        readonly kind: "activate" | "deactivate" | "delete";
        readonly discountIds: readonly number[];
      }
    | { readonly kind: "cancel-order" };
  readonly dueAt: number;
  done: boolean;
};

export type CodeError = { readonly code: string; readonly message: string };

/** One `discountRedeemCodeBulkAdd`: its codes are taken up one after another, `msPerCode` apart. */
export type BulkCreation = {
  readonly id: number;
  readonly discountId: number;
  readonly createdAt: number;
  readonly startsAt: number;
  readonly msPerCode: number;
  /** In call order; `done` once looked at, then either a redeem code or errors. */
  readonly entries: {
    readonly code: string;
    done: boolean;
    redeemCodeId: number | null;
    errors: readonly CodeError[];
  }[];
};

/** One `customerSegmentMembersQueryCreate`. */
export type SegmentQuery = {
  readonly id: number;
  readonly query: string;
  readonly dueAt: number;
};
