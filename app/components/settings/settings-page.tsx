import type { Action } from "#app/domain/access/can.ts";
import { useMay } from "#app/components/frame/use-may.ts";
import { BlockStack, Box, Card, Icon, InlineStack, Link, Page, Text } from "@shopify/polaris";
import type { IconSource } from "@shopify/polaris";
import {
  CalendarIcon,
  CartIcon,
  ChatIcon,
  CheckCircleIcon,
  ClockIcon,
  CollectionIcon,
  DiscountIcon,
  KeyIcon,
  ListBulletedIcon,
  LockIcon,
  OrderIcon,
  PersonIcon,
  PersonSegmentIcon,
  PersonLockIcon,
  RefreshIcon,
  ReplayIcon,
  ShieldCheckMarkIcon,
  TargetIcon,
  TextIcon,
} from "@shopify/polaris-icons";

/** `needs`: what who opens it must be allowed to do, where not everybody is. */
type Area = { title: string; text: string; url: string; icon: IconSource; needs?: Action };

type Room = { heading: string; areas: readonly Area[] };

const ROOMS: readonly Room[] = [
  {
    heading: "Campaigns and names",
    areas: [
      {
        title: "Your store’s discounts",
        text: "What you have in Shopify already: what becomes campaigns, and what should be put right.",
        url: "/app/settings/store",
        icon: DiscountIcon,
      },
      {
        title: "Conventions",
        text: "How campaigns and their codes are named, and what each part of a name means.",
        url: "/app/settings/conventions",
        icon: TextIcon,
      },
      {
        title: "Fields",
        text: "The parts that names are made of: built in, or your own lists, words and numbers.",
        url: "/app/settings/naming/fields",
        icon: ListBulletedIcon,
      },
      {
        title: "Name checks",
        text: "What happens when a name says something else than its discount does.",
        url: "/app/settings/naming/checks",
        icon: CheckCircleIcon,
      },
      {
        title: "Seasons",
        text: "Named stretches of days that limits can count by, such as Black Friday.",
        url: "/app/settings/seasons",
        icon: CalendarIcon,
      },
      {
        title: "Groups of campaigns",
        text: "Campaigns whose uses are counted together, such as all welcome offers.",
        url: "/app/settings/groups",
        icon: CollectionIcon,
      },
    ],
  },
  {
    heading: "Checkout",
    areas: [
      {
        title: "Checkout",
        text: "What holds limits at checkout: how full it is, how far behind, and what becomes of guests.",
        url: "/app/settings/checkout",
        icon: CartIcon,
      },
      {
        title: "Messages at checkout",
        text: "What a shopper reads when a code is refused, in each language.",
        url: "/app/settings/messages",
        icon: ChatIcon,
      },
      {
        title: "Disqualified and allowed people",
        text: "Who cannot use codes, has to sign in for them, or may use them beyond their limits.",
        url: "/app/settings/people",
        needs: "flag.view",
        icon: PersonLockIcon,
      },
    ],
  },
  {
    heading: "Fair use",
    areas: [
      {
        title: "Policies",
        text: "What becomes of cases by themselves: rules of fair use, and what shoppers are told of them.",
        url: "/app/settings/policies",
        needs: "flag.view",
        icon: ShieldCheckMarkIcon,
      },
      {
        title: "Backtest",
        text: "What another policy or threshold would have done with the orders you have.",
        url: "/app/settings/policies/backtest",
        needs: "flag.view",
        icon: ReplayIcon,
      },
      {
        title: "Calibration",
        text: "How often flags were right, what they missed, and from which score on orders are flagged.",
        url: "/app/settings/calibration",
        needs: "flag.view",
        icon: TargetIcon,
      },
      {
        title: "Staff and code owners",
        text: "Whom orders are compared with: codes for staff, and codes that their owners are not to use.",
        url: "/app/settings/directory",
        icon: PersonSegmentIcon,
      },
    ],
  },
  {
    heading: "Shop and team",
    areas: [
      {
        title: "Team",
        text: "Who can change campaigns, who reviews orders, and who can only look.",
        url: "/app/settings/team",
        icon: PersonIcon,
      },
      {
        title: "API keys",
        text: "What lets your CRM or e-mail tool tell Bonafide whom a campaign was issued to.",
        url: "/app/settings/api-keys",
        needs: "api_key.manage",
        icon: KeyIcon,
      },
      {
        title: "Shopify sync",
        text: "What is on its way to Shopify and why it waits, and what was changed there.",
        url: "/app/settings/sync",
        icon: RefreshIcon,
      },
      {
        title: "Orders and numbers",
        text: "Whether the numbers add up, how far past orders are read, what could not be taken in, and what else Shopify may tell.",
        url: "/app/settings/orders",
        icon: OrderIcon,
      },
      {
        title: "Personal data",
        text: "What customers asked to be told, and who saw their data.",
        url: "/app/settings/privacy",
        needs: "privacy.manage",
        icon: LockIcon,
      },
      {
        title: "Activity",
        text: "Everything that people and Bonafide did in this shop, with what it changed.",
        url: "/app/settings/activity",
        icon: ClockIcon,
      },
    ],
  },
];

/** The hub: one line for each area, saying what is decided there. */
export function SettingsPage() {
  return (
    <Page title="Settings" backAction={{ content: "Home", url: "/app" }}>
      <BlockStack gap="400">
        {ROOMS.map((room) => (
          <Room key={room.heading} {...room} />
        ))}
      </BlockStack>
    </Page>
  );
}

function Room({ heading, areas }: Room) {
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd="100">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
      </Box>
      <ul className="bf-list">
        {areas.map((area) => (
          <li key={area.url}>
            <Box padding="400">
              <Entry {...area} />
            </Box>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One who may not open it is told what is missing instead of led to a refusal. */
function Entry({ title, text, url, icon, needs = "campaign.view" }: Area) {
  const { may, why } = useMay(needs);
  return (
    <InlineStack gap="300" wrap={false} blockAlign="start">
      <span>
        <Icon source={icon} tone="subdued" />
      </span>
      <BlockStack gap="050">
        <Text as="h3" fontWeight="semibold">
          {may ? (
            <Link url={url} removeUnderline>
              {title}
            </Link>
          ) : (
            title
          )}
        </Text>
        <Text as="p" tone="subdued">
          {text}
        </Text>
        {may ? null : (
          <Text as="p" variant="bodySm" tone="subdued">
            {why}
          </Text>
        )}
      </BlockStack>
    </InlineStack>
  );
}
