import { Banner, Link, List } from "@shopify/polaris";
import type { GuardStatus } from "#app/domain/guard/status.ts";

type Warned = Pick<GuardStatus, "folded" | "dropped" | "switched" | "overflow">;

/** What there is no room for, the worst first, with the campaigns it concerns. */
export function GuardWarnings({ guard }: { guard: Warned }) {
  const { folded, dropped, switched, overflow } = guard;
  return (
    <>
      <Warning
        tone="critical"
        title="Not held at checkout: there is no room for these campaigns’ rules"
        text="They were used longest ago. End campaigns you no longer need. Orders over a limit are flagged."
        campaigns={dropped}
      />
      <Warning
        tone="warning"
        title={
          overflow === "sign_in"
            ? "Guests of these campaigns are asked to sign in"
            : "Guests of these campaigns are let through"
        }
        text="There is no room to compare more guests. End campaigns you no longer need, or choose otherwise below."
        campaigns={switched}
      />
      <Warning
        tone="info"
        title="The room for rules is nearly full"
        text="All limits are held. The codes of these campaigns, used longest ago, are stored shortened. End campaigns you no longer need before some are left out."
        campaigns={folded}
      />
    </>
  );
}

type Props = {
  tone: "critical" | "warning" | "info";
  title: string;
  text: string;
  campaigns: readonly { id: string; name: string }[];
};

function Warning({ tone, title, text, campaigns }: Props) {
  if (campaigns.length === 0) return null;
  return (
    <Banner tone={tone} title={title}>
      <p>{text}</p>
      <List>
        {campaigns.map(({ id, name }) => (
          <List.Item key={id}>
            <Link url={`/app/campaigns/${id}`}>{name}</Link>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
