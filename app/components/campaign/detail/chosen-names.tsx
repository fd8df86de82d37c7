import type { Chosen, ChosenKind } from "#app/domain/campaign/chosen.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";

type Props = {
  chosen: readonly Chosen[];
  ids: readonly (readonly [ChosenKind, readonly string[]])[];
};

/** More names than these are no help in a line. */
const NAMED = 3;

const WORDS: Record<ChosenKind, readonly [string, string]> = {
  product: ["product", "products"],
  variant: ["variant", "variants"],
  collection: ["collection", "collections"],
  customer: ["customer", "customers"],
};

/** "Wool socks, Felt slippers and 3 more"; how many there are where no name is known. */
export function ChosenNames({ chosen, ids }: Props) {
  const { number } = useFormat();
  const all = ids.flatMap(([kind, each]) => each.map((id) => ({ kind, id })));
  const names = all.flatMap(
    ({ kind, id }) => chosen.find((each) => each.kind === kind && each.id === id)?.name ?? [],
  );
  const counts = ids.filter(([, each]) => each.length > 0);
  if (names.length === 0) {
    const said = ([kind, { length }]: (typeof counts)[number]) =>
      `${number(length)} ${plural(length, ...WORDS[kind])}`;
    return <>{counts.map(said).join(", ")}</>;
  }
  const shown = names.slice(0, NAMED);
  const more = all.length - shown.length;
  return <>{`${shown.join(", ")}${more > 0 ? ` and ${number(more)} more` : ""}`}</>;
}
