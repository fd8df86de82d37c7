import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";

/** The app's address itself: Shopify opens it with the shop, people open it without. */
export function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  if (url.searchParams.has("shop")) throw redirect(`/app?${url.searchParams.toString()}`);
  return null;
}

export const meta: MetaFunction = () => [{ title: "Bonafide" }];

export default function Landing() {
  return (
    <main className="bf-landing">
      <h1>Bonafide</h1>
      <p>
        Bonus codes in good faith: an app for the Shopify admin that names, makes, limits, releases
        and measures discount codes.
      </p>
      <p>
        It works inside the Shopify admin. Open your store’s admin, choose <strong>Apps</strong>,
        then <strong>Bonafide</strong>.
      </p>
    </main>
  );
}
