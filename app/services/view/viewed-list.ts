import type { Action } from "#app/domain/access/can.ts";

/** Lists that views can be saved of. */
export type ViewedList = "codes" | "cases";

/** What somebody must be allowed to do to keep views of it. */
export const VIEWED: Record<ViewedList, Action> = { codes: "code.view", cases: "flag.view" };
