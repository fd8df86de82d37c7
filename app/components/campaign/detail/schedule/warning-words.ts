import { ACTION_LABELS } from "#app/domain/schedule/action.ts";
import type { ChangeWarning } from "#app/domain/schedule/change.ts";
import { plural } from "#app/components/format/number.ts";

type View = { moment: (iso: string) => string; number: (value: number) => string };

/** What a person should know before they confirm, in a sentence or two. */
export function warningWords(warning: ChangeWarning, { moment, number }: View): string {
  switch (warning.kind) {
    case "fails":
      return `“${ACTION_LABELS[warning.action]}”, which waits for ${moment(warning.dueAt)}, would then fail: ${warning.why} Cancel it, or choose another time.`;
    case "overlaps":
      return `“${ACTION_LABELS[warning.action]}” waits for ${moment(warning.dueAt)} and is about the same.`;
    case "past_end":
      return `The campaign’s end, ${moment(warning.endsAt)}, will have passed by then. Extend it first if it should go on.`;
    case "counts_anew":
      return `The old code was used ${number(warning.uses)} ${plural(warning.uses, "time", "times")}. Shopify counts the new one from zero.`;
    case "not_synced":
      return `The campaign is not up to date in Shopify: ${warning.error} This change goes there with the next try.`;
  }
}
