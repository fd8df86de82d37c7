import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { Names } from "#app/domain/discount/named.ts";
import { AdoptedCard } from "./adopted-card.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { ConflictCard } from "./conflict-card.tsx";

/** Where the campaign and its discount came apart: what a person decides first, then what was taken over. */
export function DriftCards({ drift, names }: { drift: readonly DriftSummary[]; names: Names }) {
  return (
    <>
      {drift.map((each) => (
        // What was seen is part of it: a card whose sides have changed begins anew.
        <DriftCard key={`${each.id} ${each.seen}`} drift={each} names={names} />
      ))}
    </>
  );
}

function DriftCard({ drift, names }: { drift: DriftSummary; names: Names }) {
  if (drift.state !== "open") return <AdoptedCard drift={drift} names={names} />;
  return drift.kind === "terms" ? (
    <ConflictCard drift={drift} names={names} />
  ) : (
    <ChoiceCard drift={drift} />
  );
}
