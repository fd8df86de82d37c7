import { useState } from "react";
import { LIMIT_ROWS } from "#app/domain/campaign/form.ts";
import type { FormBinding } from "./binding.ts";

/** How many rows of limits are shown: at least those that say something. Removing one moves the later ones up. */
export function useLimitRows({ values, set }: FormBinding) {
  const filled = LIMIT_ROWS.filter(([perCustomer]) => values[perCustomer].trim() !== "").length;
  const said = LIMIT_ROWS.findLastIndex(([perCustomer]) => values[perCustomer] !== "") + 1;
  const [added, setAdded] = useState(0);
  const shown = Math.min(LIMIT_ROWS.length, Math.max(said, filled, added));
  const write = (index: number, texts: readonly string[]) =>
    LIMIT_ROWS[index]?.forEach((field, at) => set(field, texts[at] ?? ""));
  return {
    shown,
    add: () => {
      setAdded(shown + 1);
      write(shown, ["1", "lifetime", "", "", "", "campaign"]);
    },
    remove: (index: number) => {
      setAdded(shown - 1);
      for (let at = index; at < LIMIT_ROWS.length; at += 1) {
        const next = LIMIT_ROWS[at + 1];
        write(at, next ? next.map((field) => values[field]) : []);
      }
    },
  };
}
