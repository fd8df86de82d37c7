/** Everything that is written down when it is done. The label in the activity log is the compiler's demand. */
export type AuditAction =
  | "campaign.created"
  | "campaign.changed"
  | "campaign.paused"
  | "campaign.resumed"
  | "campaign.ended"
  | "campaign.sync_retried"
  | "campaign.sync_stopped"
  | "campaign.synced"
  | "campaign.adopted"
  | "campaign.drift_decided"
  | "codes.added"
  | "codes.cancelled"
  | "codes.retried"
  | "convention.saved"
  | "convention.retired"
  | "field.saved"
  | "field.deleted"
  | "lint_rule.set"
  | "campaign.relabelled"
  | "flag.decided"
  | "customer.disqualified"
  | "customer.reinstated"
  | "staff.joined"
  | "staff.role_set"
  | "shop.installed"
  | "shop.uninstalled";

export const AUDIT_LABELS: Record<AuditAction, string> = {
  "campaign.created": "created the campaign",
  "campaign.changed": "changed the campaign",
  "campaign.paused": "paused the campaign",
  "campaign.resumed": "resumed the campaign",
  "campaign.ended": "ended the campaign",
  "campaign.sync_retried": "tried the sync again",
  "campaign.sync_stopped": "stopped the sync",
  "campaign.synced": "brought Shopify up to date",
  "campaign.adopted": "took over what was changed in Shopify",
  "campaign.drift_decided": "decided between Bonafide and Shopify",
  "codes.added": "added codes to the campaign",
  "codes.cancelled": "stopped a batch of codes",
  "codes.retried": "tried refused codes again",
  "convention.saved": "saved the naming convention",
  "convention.retired": "retired the naming convention",
  "field.saved": "saved the naming field",
  "field.deleted": "deleted the naming field",
  "lint_rule.set": "set how strict a naming check is",
  "campaign.relabelled": "read the name by a newer convention",
  "flag.decided": "decided on the flag",
  "customer.disqualified": "disqualified the customer",
  "customer.reinstated": "reinstated the customer",
  "staff.joined": "opened Bonafide for the first time",
  "staff.role_set": "changed the role",
  "shop.installed": "installed Bonafide",
  "shop.uninstalled": "uninstalled Bonafide",
};

export type AuditSubject = {
  kind: "campaign" | "convention" | "field" | "lint_rule" | "flag" | "customer" | "staff" | "shop";
  id: string;
  name: string;
};

/** Values before and after, as JSON; personal data never stands here. */
export type AuditChange = { before?: Record<string, unknown>; after?: Record<string, unknown> };

/** A row of the activity log. */
export type AuditEntry = {
  id: string;
  at: string;
  actor: { kind: "staff" | "system"; name: string };
  action: AuditAction;
  subject: AuditSubject;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
