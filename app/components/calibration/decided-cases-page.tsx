import { BANDS, type CaseChoice } from "#app/domain/calibration/precision.ts";
import type { DecidedCases } from "#app/domain/calibration/summary.ts";
import { KIND_LABELS } from "#app/domain/signal/kind-labels.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { BehindPage } from "#app/components/list/behind-page.tsx";
import { DecidedTable } from "./decided-table.tsx";

/** The decided cases behind a number of the calibration page. */
export function DecidedCasesPage({ choice, right, of, rows, next }: DecidedCases) {
  const { number, percent, date } = useFormat();
  return (
    <BehindPage
      title="Decided cases"
      subtitle={whichOf(choice, percent)}
      back={{ content: "Calibration", url: "/app/settings/calibration" }}
      of="cases"
      count={`${number(of)} ${plural(of, "case", "cases")}, ${number(right)} right`}
      none="None. Choose another number under Calibration."
      isEmpty={rows.length === 0}
      next={next}
    >
      <DecidedTable
        caption="Decided cases, newest first"
        rows={rows}
        more={[
          { label: "Right", of: ({ isRight }) => (isRight ? "Yes" : "No") },
          { label: "When", of: ({ decidedAt }) => date(decidedAt) },
        ]}
      />
    </BehindPage>
  );
}

function bandText(begin: number, percent: (share: number) => string): string {
  const to = BANDS.find(({ from }) => from === begin)?.to ?? 1;
  return `${percent(begin)} to ${percent(to)}`;
}

function whichOf(choice: CaseChoice, percent: (share: number) => string): string {
  switch (choice.list) {
    case "all":
      return "All that your staff decided.";
    case "band":
      return `With a score of ${bandText(choice.from, percent)} when they were decided.`;
    case "signal":
      return `With the signal “${KIND_LABELS[choice.signal]}”.`;
    case "missed":
      return "Decided to be abuse, though their score had not flagged them: an exact rule found them.";
    case "mistaken":
      return "Flagged by their score, and fine.";
  }
}
