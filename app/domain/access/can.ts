import type { Actor } from "./actor.ts";
import type { Role } from "./role.ts";

export type Action =
  | "campaign.view"
  | "campaign.edit"
  | "alarm.set_aside"
  | "code.view"
  | "flag.view"
  | "flag.decide"
  | "person.ask"
  | "convention.edit"
  | "guard.manage"
  | "policy.edit"
  | "scale.manage"
  | "staff.view"
  | "staff.manage"
  | "api_key.manage"
  | "privacy.manage"
  | "audit.view";

/** Which roles may do each action. The record is exhaustive, so a new action cannot be forgotten. */
const ALLOWED: Record<Action, readonly Role[]> = {
  "campaign.view": ["viewer", "editor", "reviewer", "admin"],
  "campaign.edit": ["editor", "admin"],
  "alarm.set_aside": ["editor", "reviewer", "admin"],
  "code.view": ["viewer", "editor", "reviewer", "admin"],
  "flag.view": ["reviewer", "admin"],
  "flag.decide": ["reviewer", "admin"],
  "person.ask": ["reviewer", "admin"],
  "convention.edit": ["editor", "admin"],
  "guard.manage": ["admin"],
  "policy.edit": ["admin"],
  "scale.manage": ["admin"],
  "staff.view": ["viewer", "editor", "reviewer", "admin"],
  "staff.manage": ["admin"],
  "api_key.manage": ["admin"],
  "privacy.manage": ["admin"],
  "audit.view": ["viewer", "editor", "reviewer", "admin"],
};

const DOING: Record<Action, string> = {
  "campaign.view": "see campaigns",
  "campaign.edit": "make or change campaigns",
  "alarm.set_aside": "set alarms aside or end them",
  "code.view": "see codes",
  "flag.view": "see flagged orders",
  "flag.decide": "decide on flagged orders",
  "person.ask": "look up what a customer may use",
  "convention.edit": "change naming conventions",
  "guard.manage": "change what happens to guests at checkout",
  "policy.edit": "change policies of fair use",
  "scale.manage": "change what scores mean and from which on orders are flagged",
  "staff.view": "see the team",
  "staff.manage": "change what others may do",
  "api_key.manage": "see, make and revoke API keys",
  "privacy.manage": "see and change what is kept of customers",
  "audit.view": "see the activity log",
};

/** What an action is done to, as far as permission depends on it. */
export type Subject = { shopId: number };

/** The one rule of access, for server and interface alike. Nobody reaches another shop's things. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (actor.shopId !== subject.shopId) return false;
  return actor.kind === "system" || ALLOWED[action].includes(actor.role);
}

/** One sentence for a tooltip or an error, saying what is missing and who can help. */
export function whyNot(action: Action): string {
  const roles = ALLOWED[action].filter((role) => role !== "admin");
  const needed =
    roles.length > 0 ? `the ${roles[roles.length - 1]} or admin role` : "the admin role";
  return `You need ${needed} to ${DOING[action]}. An admin can give it to you under Settings, Team.`;
}
