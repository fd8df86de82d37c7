import type { Eligibility } from "#app/domain/policy/rule.ts";

/** A segment by its name, a tag as “tag vip”. */
export function membershipName(
  membership: string,
  segments: Readonly<Record<string, string>>,
): string {
  return membership.startsWith("#")
    ? `tag ${membership.slice(1)}`
    : (segments[membership] ?? `segment ${membership}`);
}

/** Who may use it, a line for each condition; empty when everyone may. */
export function eligibilityLines(
  { all, any, none, customers, signedIn }: Eligibility,
  segments: Readonly<Record<string, string>>,
): string[] {
  const named = (list: readonly string[]) =>
    list.map((each) => membershipName(each, segments)).join(", ");
  const [only, ...others] = any;
  return [
    ...(only === undefined
      ? []
      : [others.length === 0 ? `Only ${named(any)}` : `In at least one of: ${named(any)}`]),
    ...(all.length > 0 ? [`In all of: ${named(all)}`] : []),
    ...(none.length > 0 ? [`Not in: ${named(none)}`] : []),
    ...(customers === "new" ? ["New customers only"] : []),
    ...(customers === "returning" ? ["Returning customers only"] : []),
    ...(signedIn ? ["Signed in only"] : []),
  ];
}
