import { expect, test } from "vitest";

import { systemActor, type Actor } from "#app/domain/access/actor.ts";
import { can, whyNot, type Action } from "#app/domain/access/can.ts";
import { isRole, ROLES } from "#app/domain/access/role.ts";

// Who may do what, once more and by hand: a change of the rule has to be made in both places.
const TABLE: Record<Action, string> = {
  "campaign.view": "viewer editor reviewer admin",
  "campaign.edit": "editor admin",
  "alarm.set_aside": "editor reviewer admin",
  "code.view": "viewer editor reviewer admin",
  "flag.view": "reviewer admin",
  "flag.decide": "reviewer admin",
  "person.ask": "reviewer admin",
  "convention.edit": "editor admin",
  "guard.manage": "admin",
  "policy.edit": "admin",
  "scale.manage": "admin",
  "staff.view": "viewer editor reviewer admin",
  "staff.manage": "admin",
  "api_key.manage": "admin",
  "privacy.manage": "admin",
  "audit.view": "viewer editor reviewer admin",
};
const ACTIONS = Object.keys(TABLE) as Action[];
const cases = ACTIONS.flatMap((action) => ROLES.map((role) => [role, action] as const));

test.each(cases)("%s, %s", (role, action) => {
  const actor: Actor = { kind: "staff", shopId: 1, id: "5", name: "Ada", role };
  expect(can(actor, action, { shopId: 1 })).toBe(TABLE[action].split(" ").includes(role));
  expect(can(actor, action, { shopId: 2 })).toBe(false);
});

test.each(ACTIONS)("the app itself may %s, in its own shop only", (action) => {
  expect(can(systemActor(1, "job"), action, { shopId: 1 })).toBe(true);
  expect(can(systemActor(1, "job"), action, { shopId: 2 })).toBe(false);
});

test.each([
  ["campaign.edit", "You need the editor or admin role to make or change campaigns."],
  ["flag.decide", "You need the reviewer or admin role to decide on flagged orders."],
  ["staff.manage", "You need the admin role to change what others may do."],
  ["policy.edit", "You need the admin role to change policies of fair use."],
  ["api_key.manage", "You need the admin role to see, make and revoke API keys."],
  ["privacy.manage", "You need the admin role to see and change what is kept of customers."],
] as const)("what is missing to %s is said", (action, sentence) => {
  expect(whyNot(action)).toContain(sentence);
});

test("only the four roles are roles", () => {
  expect(ROLES.every(isRole)).toBe(true);
  expect(["", "Admin", "owner", "toString", "__proto__"].some(isRole)).toBe(false);
});
