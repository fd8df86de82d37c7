import { Link } from "@shopify/polaris";

/** Opens an order in the Shopify admin around the app; its addresses have a scheme of their own. */
export function OrderLink({ id, children }: { id: string; children: string }) {
  return (
    <Link url={`shopify://admin/orders/${id}`} target="_top">
      {children}
    </Link>
  );
}
