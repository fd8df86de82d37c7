import type { Names } from "#app/domain/discount/named.ts";
import type { TermsField } from "#app/domain/discount/terms.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { valueWords } from "../value-words.ts";

/** Values of a campaign's discount in words, in this shop's zone and locale. */
export function useValueWords(currency: string, names: Names) {
  const { moment, money, percent, number } = useFormat();
  const view = { moment, percent, number, names, money: (minor: number) => money(minor, currency) };
  return (field: TermsField, value: unknown) => valueWords(field, value, view);
}
