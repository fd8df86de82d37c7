import type { Problem } from "#app/domain/shared/outcome.ts";
import type { ActionKind } from "#app/domain/schedule/action.ts";
import {
  asBefore,
  withChanges,
  type CampaignFacts,
  type ChangedFacts,
} from "#app/domain/schedule/facts.ts";
import { foresee, type Waiting } from "#app/domain/schedule/foresee.ts";
import type { ChangeForm, WantedChange } from "#app/domain/schedule/read-change.ts";
import type { Db } from "#app/infra/db/database.server.ts";
import type { Campaign, Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { eligibilityOf } from "../campaign/campaign-row.server.ts";
import { offerOf } from "../campaign/offer-columns.server.ts";
import { loadNamed } from "../naming/load-named.server.ts";
import { changeProblems } from "../naming/name-problems.server.ts";
import { columnsOf } from "./carry-out.server.ts";
import { waitingOf } from "./change-row.server.ts";
import { codeClash } from "./code-clash.server.ts";
import { loadFacts } from "./load-facts.server.ts";

/** What a change will find and make at its time, if everything that waits before it is done. */
export type Judged = {
  /** As they are now. */
  facts: CampaignFacts;
  /** As they will be then. */
  then: CampaignFacts;
  before: ChangedFacts;
  after: ChangedFacts;
  waiting: Waiting[];
  change: Waiting;
};

type Judgement = { ok: true; judged: Judged } | { ok: false; problem: Problem };

/** Whether a change can be done at its time, as far as can be told now. */
export async function judgeChange(
  db: Db,
  campaign: Campaign,
  { action, dueAt }: WantedChange,
): Promise<Judgement> {
  const waiting = await waitingOf(db, campaign);
  const actions = [...waiting.map((each) => each.action), action];
  const facts = await loadFacts(db, campaign, actions);
  const change: Waiting = { id: null, dueAt: dueAt.toISOString(), action };
  const foreseen = foresee(facts, [...waiting, change]).find((each) => each.change === change);
  if (!foreseen) throw new Error("A change was not foreseen.");
  const { outcome, facts: then } = foreseen;
  const problem = (message: string) => ({
    ok: false as const,
    problem: { field: FIELD[action.kind], message },
  });
  if (!outcome.ok) return problem(outcome.message);
  if (action.kind === "rotate" && action.to !== null) {
    const clash = await codeClash(db, campaign, action.to);
    if (clash) return problem(clash);
  }
  const { changed: after } = outcome;
  const before = asBefore(then, after);
  return { ok: true, judged: { facts, then, before, after, waiting, change } };
}

/** Where a change would make the campaign's name a lie, and the shop wants that refused. */
export async function nameProblem(
  deps: Deps,
  shop: Shop,
  campaign: Campaign,
  { then, after, change }: Judged,
): Promise<Problem | null> {
  if (after.startsAt === undefined && after.endsAt === undefined) return null;
  const named = await loadNamed(deps.database.prisma, campaign);
  if (!named) return null;
  const termsOf = (facts: CampaignFacts) => ({
    ...{ ...campaign, ...columnsOf(campaign, { startsAt: facts.startsAt, endsAt: facts.endsAt }) },
    offer: offerOf(campaign),
    eligibility: eligibilityOf(campaign),
  });
  const terms = [termsOf(then), termsOf(withChanges(then, after))] as const;
  const [first] = await changeProblems(deps, shop, named, ...terms);
  return first ? { field: FIELD[change.action.kind], message: first.message } : null;
}

/** The field of the form that an action's refusal stands beside. */
const FIELD: Record<ActionKind, keyof ChangeForm> = {
  start: "action",
  pause: "action",
  resume: "action",
  end: "action",
  retire: "action",
  extend: "endsAt",
  raise_cap: "cap",
  rotate: "to",
};
