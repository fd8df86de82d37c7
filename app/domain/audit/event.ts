/** Everything that is written down when it is done. The label in the activity log is the compiler's demand. */
export type AuditAction =
  | "campaign.created"
  | "campaign.changed"
  | "campaign.paused"
  | "campaign.resumed"
  | "campaign.ended"
  | "campaign.started"
  | "campaign.extended"
  | "campaign.cap_raised"
  | "campaign.cap_reached"
  | "campaign.retired"
  | "alarm.set_aside"
  | "alarm.brought_back"
  | "leak.ended"
  | "leak.brought_back"
  | "change.scheduled"
  | "change.cancelled"
  | "change.undone"
  | "change.failed"
  | "campaign.sync_retried"
  | "campaign.sync_stopped"
  | "campaign.synced"
  | "campaign.adopted"
  | "campaign.imported"
  | "campaign.drift_decided"
  | "issuance.imported"
  | "codes.added"
  | "codes.cancelled"
  | "codes.retried"
  | "codes.paused"
  | "codes.resumed"
  | "codes.retired"
  | "code.replaced"
  | "convention.saved"
  | "convention.retired"
  | "field.saved"
  | "field.deleted"
  | "lint_rule.set"
  | "campaign.relabelled"
  | "case.decided"
  | "case.undone"
  | "case.assigned"
  | "case.policy_applied"
  | "case.cancellation_confirmed"
  | "case.effects_retried"
  | "policy.saved"
  | "scale.refitted"
  | "scale.threshold_set"
  | "flag.decided"
  | "customer.disqualified"
  | "customer.asked_to_sign_in"
  | "staff_list.changed"
  | "campaign.staff_only_set"
  | "code_owner.added"
  | "code_owner.removed"
  | "customer.reinstated"
  | "customer.allowed"
  | "customer.allowance_ended"
  | "season.saved"
  | "season.deleted"
  | "group.saved"
  | "group.deleted"
  | "message.saved"
  | "message.language_set"
  | "guard.guests_set"
  | "guard.guest_key_changed"
  | "staff.joined"
  | "staff.role_set"
  | "api_key.created"
  | "api_key.revoked"
  | "shop.installed"
  | "shop.uninstalled"
  | "shop.retention_set"
  | "webhooks.retried"
  | "books.check_asked"
  | "orders.older_asked"
  | "disputes.asked"
  | "merges.asked"
  | "store.read"
  | "store.reading_stopped"
  | "store.adopted";

export const AUDIT_LABELS: Record<AuditAction, string> = {
  "campaign.created": "created the campaign",
  "campaign.changed": "changed the campaign",
  "campaign.paused": "paused the campaign",
  "campaign.resumed": "resumed the campaign",
  "campaign.ended": "ended the campaign",
  "campaign.started": "started the campaign",
  "campaign.extended": "extended the campaign",
  "campaign.cap_raised": "raised the cap",
  "campaign.cap_reached": "paused the campaign, whose cap is reached",
  "campaign.retired": "retired the campaign",
  "alarm.set_aside": "set an alarm aside",
  "alarm.brought_back": "brought an alarm back that was set aside",
  "leak.ended": "ended a leak alarm",
  "leak.brought_back": "brought a leak alarm back that was ended",
  "change.scheduled": "scheduled a change",
  "change.cancelled": "cancelled a change",
  "change.undone": "undid a change",
  "change.failed": "could not carry out a scheduled change",
  "campaign.sync_retried": "tried the sync again",
  "campaign.sync_stopped": "stopped the sync",
  "campaign.synced": "brought Shopify up to date",
  "campaign.adopted": "took over what was changed in Shopify",
  "campaign.imported": "adopted the discount as a campaign",
  "campaign.drift_decided": "decided between Bonafide and Shopify",
  "issuance.imported": "recorded whom the campaign was issued to",
  "codes.added": "added codes to the campaign",
  "codes.cancelled": "stopped a batch of codes",
  "codes.retried": "tried refused codes again",
  "codes.paused": "paused codes",
  "codes.resumed": "resumed codes",
  "codes.retired": "retired codes",
  "code.replaced": "replaced a code",
  "convention.saved": "saved the naming convention",
  "convention.retired": "retired the naming convention",
  "field.saved": "saved the naming field",
  "field.deleted": "deleted the naming field",
  "lint_rule.set": "set how strict a naming check is",
  "campaign.relabelled": "read the name by a newer convention",
  "case.decided": "decided on the case",
  "case.undone": "took the decision on the case back",
  "case.assigned": "assigned the case",
  "case.policy_applied": "applied the fair use policy to the case",
  "case.cancellation_confirmed": "had orders of the case cancelled",
  "case.effects_retried": "tried again in Shopify what the case asked for",
  "policy.saved": "saved the fair use policy",
  "scale.refitted": "fitted the scale of scores to what was decided",
  "scale.threshold_set": "set from which score on orders are flagged",
  "flag.decided": "decided on the flag",
  "customer.disqualified": "disqualified the customer",
  "staff_list.changed": "changed the list of staff",
  "campaign.staff_only_set": "said whether the codes are for staff only, of campaign",
  "code_owner.added": "added an owner of codes of the campaign",
  "code_owner.removed": "removed an owner of codes of the campaign",
  "customer.asked_to_sign_in": "asked the customer to sign in for codes",
  "customer.reinstated": "reinstated the customer",
  "customer.allowed": "allowed the customer more than the limits say",
  "customer.allowance_ended": "ended what the customer was allowed",
  "season.saved": "saved the season",
  "season.deleted": "deleted the season",
  "group.saved": "saved the group of campaigns",
  "group.deleted": "deleted the group of campaigns",
  "message.saved": "changed messages at checkout",
  "message.language_set": "chose the language for shoppers of any other",
  "guard.guests_set": "chose what becomes of guests when checkout is full",
  "guard.guest_key_changed": "changed the key that guests are known by at checkout",
  "staff.joined": "opened Bonafide for the first time",
  "staff.role_set": "changed the role",
  "api_key.created": "created the API key",
  "api_key.revoked": "revoked the API key",
  "shop.installed": "installed Bonafide",
  "shop.uninstalled": "uninstalled Bonafide",
  "shop.retention_set": "set how long webhooks are kept",
  "books.check_asked": "had orders compared with Shopify",
  "orders.older_asked": "had older orders read",
  "disputes.asked": "let Shopify tell of chargebacks",
  "merges.asked": "let Shopify tell of merged customers",
  "webhooks.retried": "tried webhooks again that were set aside",
  "store.read": "had the store’s discounts read",
  "store.reading_stopped": "stopped reading the store’s discounts",
  "store.adopted": "chose discounts of the store to adopt",
};

export type AuditSubject = {
  kind:
    | "campaign"
    | "convention"
    | "field"
    | "lint_rule"
    | "flag"
    | "case"
    | "policy"
    | "customer"
    | "directory"
    | "staff"
    | "api_key"
    | "shop"
    | "season"
    | "group"
    | "message";
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
