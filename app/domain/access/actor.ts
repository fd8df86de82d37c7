import type { Role } from "./role.ts";

/** Who acts, in which shop. `system` is the app itself: a job or a webhook. */
export type Actor =
  | { kind: "staff"; shopId: number; id: string; name: string; role: Role }
  | { kind: "system"; shopId: number; id: string; name: string };

export function systemActor(shopId: number, id: string): Actor {
  return { kind: "system", shopId, id, name: "Bonafide" };
}
