import { Link } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";

/** Drawn by the Shopify admin, not by us. The first link tells it where the app's home is. */
export function AdminNav() {
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        Home
      </Link>
      <Link to="/app/campaigns">Campaigns</Link>
      <Link to="/app/codes">Codes</Link>
      <Link to="/app/review">Review</Link>
      <Link to="/app/settings">Settings</Link>
    </NavMenu>
  );
}
