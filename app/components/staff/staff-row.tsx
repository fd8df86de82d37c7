import {
  Badge,
  BlockStack,
  InlineGrid,
  InlineStack,
  Select,
  Text,
  Tooltip,
} from "@shopify/polaris";
import type { StaffSummary } from "#app/domain/access/staff.ts";
import { ROLES, ROLE_LABELS } from "#app/domain/access/role.ts";
import { When } from "#app/components/format/when.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

const OWNER = "The shop’s owner is always admin, so that nobody can lock the shop out.";

/** One person and their role; choosing another sets it at once. */
export function StaffRow({ member }: { member: StaffSummary }) {
  const { actor } = useFrame();
  const { may, why } = useMay("staff.manage");
  const set = useVerb(`${member.name} has a new role`);
  const whyNot = member.accountOwner ? OWNER : may ? null : why;
  const select = (
    <Select
      label={`Role of ${member.name}`}
      labelHidden
      disabled={whyNot !== null || set.isBusy}
      options={ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
      value={member.role}
      error={set.refused ?? false}
      onChange={(role) => set.send("/app/settings/team/role", { staffId: member.id, role })}
    />
  );
  return (
    <InlineGrid columns={{ xs: 1, sm: "minmax(0, 1fr) 12rem" }} gap="300" alignItems="center">
      <BlockStack gap="050">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="semibold" breakWord>
            {member.name}
          </Text>
          {member.accountOwner ? <Badge>Owner</Badge> : null}
          {actor.id === member.id ? <Badge tone="info">You</Badge> : null}
        </InlineStack>
        <Text as="span" tone="subdued" breakWord>
          {member.email}
        </Text>
        <Text as="span" variant="bodySm" tone="subdued">
          Last here <When at={member.lastSeenAt} />
        </Text>
      </BlockStack>
      {whyNot === null ? (
        select
      ) : (
        <Tooltip content={whyNot} accessibilityLabel={whyNot} activatorWrapper="div">
          <div className="bf-grow">{select}</div>
        </Tooltip>
      )}
    </InlineGrid>
  );
}
