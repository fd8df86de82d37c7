import type { SeasonSummary } from "#app/domain/campaign/season-form.ts";
import { formatDay } from "#app/components/format/date.ts";
import { fewNames } from "#app/components/format/names.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { EntriesPage, EntryRow } from "#app/components/frame/entries-page.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { SeasonModal } from "./season-modal.tsx";

/** The shop’s seasons: what limits can count by, and who does. */
export function SeasonsPage({ seasons }: { seasons: readonly SeasonSummary[] }) {
  const { locale, number } = useFormat();
  const remove = useVerb("Season deleted");
  return (
    <EntriesPage
      title="Seasons"
      subtitle="Named stretches of days that limits can count by, such as Black Friday. Each turn counts anew."
      add="Add season"
      empty="No seasons yet. Add one, then choose it in the limits of a campaign."
      entries={seasons}
      keyOf={({ key }) => key}
      remove={remove}
      deletion={{
        nameOf: ({ name }) => name,
        text: "No limit counts by it, so nothing changes at checkout. A deleted season cannot be brought back.",
        button: "Delete season",
      }}
      onRemove={({ key }) => remove.send("/app/settings/seasons/delete", { key })}
      rowOf={(season, on) => (
        <EntryRow
          name={season.name}
          notes={[
            whenWords(season, locale),
            season.usedBy.length > 0
              ? `Limits of ${fewNames(season.usedBy, number)}`
              : "No campaign counts by it yet.",
          ]}
          change="Edit"
          onChange={on.open}
          kept={
            season.usedBy.length > 0
              ? "To delete it, change those limits or end the campaigns first."
              : null
          }
          isBusy={remove.isBusy}
          onDelete={on.remove}
        />
      )}
      modal={(season, onClose) => <SeasonModal season={season} onClose={onClose} />}
    />
  );
}

/** "Nov 27 to Nov 30 2026, every year"; of one that does not come again, since when it is over. */
function whenWords({ next, last, yearly }: SeasonSummary, locale: string): string {
  if (!next) return `Over since ${formatDay(last, locale)} ${last.slice(0, 4)}`;
  const days = `${formatDay(next.first, locale)} to ${formatDay(next.last, locale)} ${next.last.slice(0, 4)}`;
  return yearly ? `${days}, every year` : days;
}
