import type { GuardHeld, GuestOverflow } from "./held.ts";
import type { StandingLag } from "./lag.ts";

type Named = { id: string; name: string };

/** `GuardHeld` with campaigns by name; `overflow` as it is set now; `error`: why the last writing failed. */
export type GuardStatus = Pick<GuardHeld, "identities" | "capacity" | "bytes" | "limitBytes"> & {
  folded: Named[];
  dropped: Named[];
  switched: Named[];
  overflow: GuestOverflow;
  error: string | null;
  writtenAt: string | null;
  lag: StandingLag;
};
