/** What a member of staff may do, from least to most. Each role includes the ones before it, except as `can` says. */
export const ROLES = ["viewer", "editor", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Record<Role, string> = {
  viewer: "Viewer",
  editor: "Editor",
  reviewer: "Reviewer",
  admin: "Admin",
};

export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  viewer: "Sees campaigns, codes and reports. Changes nothing.",
  editor: "Also makes and changes campaigns and codes.",
  reviewer: "Sees everything a viewer does, and decides on flagged orders.",
  admin: "Does everything, and sets who may do what.",
};

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
