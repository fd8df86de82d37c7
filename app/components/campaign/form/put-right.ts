import type { Fix } from "#app/domain/naming/lint/rule.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import type { FormBinding } from "./binding.ts";

/** Fills in what makes name and discount agree. Days keep the time of day they had. */
export function putRight({ set, values }: Pick<FormBinding, "set" | "values">, fix: Fix): void {
  switch (fix.kind) {
    case "rename":
      return set("name", fix.name);
    case "set_dates":
      set("startsAt", `${fix.first}T${timeOf(values.startsAt, "00:00")}`);
      if (fix.last !== null) set("endsAt", `${fix.last}T${timeOf(values.endsAt, "23:59")}`);
      return;
    case "set_offer": {
      const { offer } = fix;
      set("offerKind", offer.kind);
      if (offer.kind === "percentage") set("percentage", String(offer.basisPoints / 100));
      if (offer.kind === "fixed_amount") {
        set("amount", decimalText(offer.amountMinor, offer.currency));
      }
    }
  }
}

/** Of a campaign that exists the name and the kind of offer stay: codes out there carry them. */
export function canPutRight(fix: Fix, offerKind: string): boolean {
  if (fix.kind === "set_offer") return fix.offer.kind === offerKind;
  return fix.kind !== "rename";
}

const timeOf = (local: string, otherwise: string): string =>
  local.includes("T") ? local.slice(local.indexOf("T") + 1) : otherwise;
