import { readRule } from "../faults/read-rule.ts";
import type { Route } from "../page/route.ts";
import { answering, fieldsOf, Refusal } from "./answer.ts";
import type { ControlOptions } from "./options.ts";

/** What is set to go wrong; see `faults/rule.ts` for the shape of a rule. */
export function faultRoutes({ faults }: ControlOptions): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/control/faults",
      handle: answering(() => ({ rules: faults.rules() })),
    },
    {
      method: "POST",
      path: "/control/faults",
      handle: answering((request) => {
        const rule = readRule(fieldsOf(request));
        if (typeof rule === "string") throw new Refusal(422, rule);
        return faults.add(rule);
      }, 201),
    },
    { method: "DELETE", path: "/control/faults", handle: answering(() => faults.clear()) },
    {
      method: "DELETE",
      path: "/control/faults/:id",
      handle: answering(({ params }) => {
        if (!faults.remove(params["id"] ?? "")) throw new Refusal(404, "There is no such rule");
      }),
    },
  ];
}
