import type { ReactNode } from "react";

/** A term and what it is, in a list of such. */
export function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
