import type { AdminStore } from "./admin-page.ts";
import { cookieOf, type WebRequest } from "../page/route.ts";
import type { ShopState, StaffMember } from "../state.ts";
import type { ShellOptions } from "./options.ts";

/** One choice a store, so that two stores can be open as two people. */
export function staffCookie(shop: ShopState): string {
  return `staff-${shop.handle}`;
}

/** The staff member chosen in this browser; the owner at first. */
export function staffOf(shop: ShopState, request: WebRequest): StaffMember {
  const chosen = Number(cookieOf(request, staffCookie(shop)));
  const found =
    shop.staff.find(({ id }) => id === chosen) ??
    shop.staff.find(({ accountOwner }) => accountOwner) ??
    shop.staff[0];
  if (!found) throw new Error(`${shop.handle} has no staff`);
  return found;
}

export function adminStore(
  options: ShellOptions,
  shop: ShopState,
  request: WebRequest,
): AdminStore {
  return {
    handle: shop.handle,
    name: shop.name,
    app: options.app,
    staff: shop.staff.map((member) => ({
      id: String(member.id),
      name: `${member.firstName} ${member.lastName}`,
      role: roleOf(member),
    })),
    staffId: String(staffOf(shop, request).id),
    path: request.path,
  };
}

function roleOf({ accountOwner, collaborator }: StaffMember): string {
  if (accountOwner) return "owner";
  return collaborator ? "collaborator" : "staff";
}
