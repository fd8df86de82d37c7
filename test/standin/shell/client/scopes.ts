import { confirm } from "./confirm.ts";

type Answer = { readonly result: "granted-all" | "declined-all"; readonly detail: unknown };

/** Asks the person whether the app may do more. `address`: where the admin is told of it. */
export async function requestScopes(address: string, scopes: readonly string[]): Promise<Answer> {
  const isGranted = await confirm({
    title: "Bonafide asks for more access",
    text: `It wants to be allowed: ${scopes.join(", ")}.`,
    yes: "Allow",
    no: "Cancel",
  });
  const grant = isGranted ? scopes.join(",") : "";
  return {
    result: isGranted ? "granted-all" : "declined-all",
    detail: await readScopes(`${address}?grant=${encodeURIComponent(grant)}`),
  };
}

/** What the app may do, without asking anybody. */
export async function readScopes(address: string): Promise<unknown> {
  const response = await fetch(address, { method: "POST" });
  return response.json();
}
