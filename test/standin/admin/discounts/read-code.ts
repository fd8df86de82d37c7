import { foldCode } from "../../gid.ts";
import type { CodeDiscount, ShopState } from "../../state.ts";

const MAX_CODE_LENGTH = 255;

export type CodeProblem = { readonly code: string; readonly message: string };

/** Why a store would not take a code. `owner` already has it, or is to get it. */
export function codeProblem(
  shop: ShopState,
  code: string,
  owner?: CodeDiscount,
): CodeProblem | undefined {
  if (foldCode(code) === "") return { code: "BLANK", message: "Code can't be blank" };
  if (code.trim().length > MAX_CODE_LENGTH) {
    const message = `Code is too long (maximum is ${MAX_CODE_LENGTH} characters)`;
    return { code: "TOO_LONG", message };
  }
  const holder = shop.codeIndex.get(foldCode(code));
  return holder === undefined || holder === owner?.id ? undefined : TAKEN;
}

export const TAKEN: CodeProblem = {
  code: "TAKEN",
  message: "Code must be unique. Please try a different code.",
};
