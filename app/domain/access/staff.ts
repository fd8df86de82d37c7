import type { Role } from "./role.ts";

export type StaffSummary = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** The shop's owner is always admin. */
  accountOwner: boolean;
  lastSeenAt: string;
};
