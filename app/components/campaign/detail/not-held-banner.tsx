import { Banner, Link, List } from "@shopify/polaris";
import type { NotHeld } from "#app/domain/campaign/summary.ts";

const WORDS: Record<NotHeld, string> = {
  dropped:
    "There is no room for its rule at checkout, so its limits and conditions are not held there. Orders over a limit are flagged.",
  folded:
    "The room for rules at checkout is nearly full. Its limits are held; its codes are stored shortened.",
  guests_sign_in:
    "There is no room at checkout to compare more guests, so guests are asked to sign in.",
  guests_allowed:
    "There is no room at checkout to compare more guests, so guests are let through. Orders over the limit are flagged.",
  long_list:
    "Its list of codes is too long for checkout: only what Shopify itself holds is held there.",
  season_over:
    "A limit counts by a season that is over and does not come back, so it holds nothing now.",
};

/** Where the campaign promises more than checkout holds. */
export function NotHeldBanner({ notHeld }: { notHeld: readonly NotHeld[] }) {
  if (notHeld.length === 0) return null;
  const isHeld = notHeld.every((each) => each === "folded");
  return (
    <Banner
      tone={isHeld ? "info" : "warning"}
      title={isHeld ? "Checkout is nearly full" : "Not held at checkout as it says here"}
    >
      <List>
        {notHeld.map((each) => (
          <List.Item key={each}>{WORDS[each]}</List.Item>
        ))}
      </List>
      <p>
        <Link url="/app/settings/checkout">See what checkout holds</Link>
      </p>
    </Banner>
  );
}
