import { compileConvention, type Convention } from "#app/domain/naming/convention.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";

/** What a large shop could have active at once: no two share a name. */
const PATTERNS = [
  "{season}{yy}_{offer}[_{channel}]",
  "{season}{yyyy}-{percent}",
  "{season}-{unique:8}",
  "{season}_{region}_{percent}",
  "{month}{yy}_{offer}[_{channel}]",
  "{month}{dd}-{campaign:3-12}",
  "{monthname}_{yyyy}_{offer}",
  "{quarter}{yy}_{campaign}[_{channel}]",
  "{quarter}-{unique:10}",
  "{week}{yy}_{offer}",
  "{week}-{channel}-{campaign:3-20}",
  "{channel}_{campaign}_{percent}",
  "{channel}-{handle}-{percent}",
  "{channel}-{unique:8,check}",
  "{region}_{locale}_{season}{yy}",
  "GEO-{region}-{campaign:3-16}-{percent}",
  "{region}-{quarter}-{unique:8}",
  "{yy}{mm}_{offer}[_{channel}]",
  "{yyyy}-{mm}-{dd}_{campaign:3-12}",
  "{yyyy}{month}_{channel}_{percent}",
  "{percent}OFF-{handle}",
  "VIP-{unique:8}",
  "VIP{yy}-{unique:8}",
  "VIP_{campaign}_{yy}",
  "WELCOME{percent}",
  "WELCOME-{unique:8}",
  "WELCOME_{locale}_{campaign}",
  "LOYAL-{number:1-50}-{unique:8}",
  "LOYAL_{region}_{percent}",
  "BDAY{yyyy}-{unique:8,check}",
  "REF-{handle}-{unique:6}",
  "REF_{handle}",
  "CREATOR_{handle}_{percent}",
  "INF-{handle}-{month}{yy}",
  "STAFF-{number:001-999}",
  "STAFF_{region}_{unique:6}",
  "PRESS-{campaign}",
  "SORRY-{unique:10}",
  "SORRY_{number:1-999}",
  "GIFT{percent}-{unique:12}",
  "GIFT_{campaign}_{unique:8}",
  "APP-{week}-{percent}",
  "APP_{locale}_{offer}",
  "B2B-{number:1-9999}-{percent}",
  "B2B_{region}_{quarter}{yy}",
  "OUTLET_{season}{yy}[_{region}]",
  "OUTLET-{percent}[-{channel}]",
  "STUDENT-{unique:10,any}",
  "STUDENT_{locale}_{yy}",
  "EVENT-{mm}{dd}-{campaign:3-12}",
];

export function shopConventions(): Convention[] {
  return PATTERNS.map((pattern) => {
    const compiled = compileConvention(pattern, BUILT_IN_FIELDS);
    if (!compiled.ok) throw new Error(`${pattern}: ${compiled.errors[0]?.message}`);
    return compiled.convention;
  });
}
