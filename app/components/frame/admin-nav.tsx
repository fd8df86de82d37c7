import { Link } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { useMay } from "./use-may.ts";

/**
 * Drawn by the Shopify admin, not by us. The first link tells it where the app's home is.
 * What a person may not see is not there.
 */
export function AdminNav() {
  const review = useMay("flag.view");
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        Home
      </Link>
      <Link to="/app/campaigns">Campaigns</Link>
      <Link to="/app/codes">Codes</Link>
      <Link to="/app/insights">Insights</Link>
      {review.may ? <Link to="/app/review">Review</Link> : null}
      <Link to="/app/settings">Settings</Link>
    </NavMenu>
  );
}
