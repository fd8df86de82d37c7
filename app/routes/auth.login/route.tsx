import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { processDeps } from "#app/infra/deps.server.ts";

/** Where Shopify's library sends requests without a session: on to the install page when it knows the shop. */
export async function loader({ request }: LoaderFunctionArgs) {
  await processDeps().shopify.login(request);
  return null;
}

export const meta: MetaFunction = () => [{ title: "Open Bonafide from Shopify" }];

/** There is no sign-in of our own, and nothing to type here: the shop is whose admin the app is opened from. */
export default function OpenFromShopify() {
  return (
    <main className="bf-landing">
      <h1>Open Bonafide from Shopify</h1>
      <p>
        We could not tell which shop you are from. In your store’s Shopify admin, choose{" "}
        <strong>Apps</strong>, then <strong>Bonafide</strong>. If it is not there yet, install it
        from the Shopify App Store first.
      </p>
    </main>
  );
}
