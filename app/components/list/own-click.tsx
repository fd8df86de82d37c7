import type { ReactNode } from "react";

/** Something in a row that has a click of its own: clicking it does not select the row. */
export function OwnClick({ children }: { children: ReactNode }) {
  return <span onClick={(event) => event.stopPropagation()}>{children}</span>;
}
