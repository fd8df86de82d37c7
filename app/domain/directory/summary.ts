/** What becomes of the list of staff: addresses come to it, leave it, or are the whole of it. */
export const STAFF_CHANGES = ["add", "remove", "replace"] as const;
export type StaffChange = (typeof STAFF_CHANGES)[number];

/** As posted. `addresses`: as `readAddresses` reads them. */
export type StaffListForm = { change: string; addresses: string };

/** As posted. `code`: empty for all codes of the campaign. */
export type CodeOwnerForm = { campaign: string; code: string; email: string };

/** An owner of codes; `code`: null for all of the campaign. No address is kept to show. Instants ISO 8601 in UTC. */
export type CodeOwner = {
  id: string;
  campaign: string;
  code: string | null;
  by: string;
  at: string;
};

/** Whom orders are compared with: how many are staff, what is for staff only, and whose codes are whose. */
export type Directory = {
  staff: number;
  staffCampaigns: { id: string; name: string }[];
  owners: CodeOwner[];
  campaigns: { id: string; name: string }[];
};
