import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { readShop } from "#app/infra/admin-api/documents/shop.ts";

/** Whether Shopify shows all orders there are, as the merchant allowed; else those of sixty days. */
export async function seesAllOrders(api: AdminApi): Promise<boolean> {
  const { currentAppInstallation } = await api.run(readShop, {});
  return currentAppInstallation.accessScopes.some(({ handle }) => handle === "read_all_orders");
}
