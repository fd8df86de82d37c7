import { useState } from "react";
import type { CampaignField, CampaignForm } from "#app/domain/campaign/form.ts";
import { CAMPAIGN_FIELDS } from "#app/domain/campaign/form.ts";
import type { Problem } from "#app/domain/shared/outcome.ts";
import { sortProblems } from "./problems.ts";

/** What is typed so far. A field's problem goes away with the first change to it: it spoke of another value. */
export function useCampaignForm(initial: CampaignForm, problems: readonly Problem[]) {
  const [values, setValues] = useState(initial);
  const [mended, setMended] = useState<{ of: readonly Problem[]; fields: ReadonlySet<string> }>({
    of: problems,
    fields: new Set(),
  });
  const mendedNow = mended.of === problems ? mended.fields : new Set<string>();
  const open = problems.filter((problem) => !mendedNow.has(problem.field));
  return {
    values,
    sorted: sortProblems(open),
    isDirty: CAMPAIGN_FIELDS.some((field) => values[field] !== initial[field]),
    set: (field: CampaignField, value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      setMended({ of: problems, fields: new Set([...mendedNow, field]) });
    },
    reset: () => {
      setValues(initial);
      setMended({ of: problems, fields: new Set(problems.map((problem) => problem.field)) });
    },
  };
}

/** What is posted: a box that is not ticked is absent, as in any form. */
export function postedFields(values: CampaignForm): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !(name.startsWith("freesOn") && value === "")),
  );
}
