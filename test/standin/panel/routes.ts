import type { Html } from "../page/html.ts";
import {
  formOf,
  json,
  page,
  seeOther,
  type Route,
  type WebRequest,
  type WebResponse,
} from "../page/route.ts";
import { callSection } from "./call-section.ts";
import { clockSection } from "./clock-section.ts";
import { faultSection, readFault } from "./fault-section.ts";
import { panelDocument, shopOf, type Section } from "./layout.ts";
import type { PanelOptions } from "./options.ts";
import { runSection } from "./run-section.ts";
import { webhookSection } from "./webhook-section.ts";

/** What a person may look at and upset: clock, faults, webhooks, function runs, calls. */
export function panelRoutes(options: PanelOptions): readonly Route[] {
  const { world, faults, sender, runs } = options;
  const post = (path: string, act: (request: WebRequest) => void, section: Section): Route => ({
    method: "POST",
    path,
    handle: (request) => {
      act(request);
      const shop = shopOf(world, request.query);
      return seeOther(`/panel/${section}${shop ? `?shop=${shop.handle}` : ""}`);
    },
  });
  return [
    { method: "GET", path: "/panel", handle: (request) => show(options, "clock", request) },
    {
      method: "GET",
      path: "/panel/runs.json",
      handle: ({ query }) => json({ runs: runs.list(query.get("shop") ?? undefined) }),
    },
    {
      method: "GET",
      path: "/panel/:section",
      handle: (request) => show(options, request.params["section"] ?? "", request),
    },
    post("/panel/clock", (request) => moveClock(options, formOf(request)), "clock"),
    post(
      "/panel/faults",
      (request) => {
        const rule = readFault(formOf(request), shopOf(world, request.query));
        if (rule) faults.add(rule);
      },
      "faults",
    ),
    post("/panel/faults/clear", () => faults.clear(), "faults"),
    post("/panel/faults/:id/remove", ({ params }) => faults.remove(params["id"] ?? ""), "faults"),
    post("/panel/webhooks/modes", (request) => setModes(options, formOf(request)), "webhooks"),
    post(
      "/panel/webhooks/resend",
      (request) => sender.resendAll({ shuffle: formOf(request).has("shuffle") }),
      "webhooks",
    ),
    post(
      "/panel/webhooks/:id/resend",
      ({ params }) => sender.resend(params["id"] ?? ""),
      "webhooks",
    ),
  ];
}

function show(options: PanelOptions, section: string, { query }: WebRequest): WebResponse {
  const { world, faults, sender, runs } = options;
  const shop = shopOf(world, query);
  const body = (current: Section, content: Html): WebResponse =>
    page(panelDocument(world, shop, current, content));
  switch (section) {
    case "clock":
      return body("clock", clockSection(world, shop));
    case "faults":
      return body("faults", faultSection(faults.rules(), shop));
    case "webhooks": {
      const deliveries = sender.deliveries();
      return body("webhooks", webhookSection(deliveries, sender.modes, sender.pending(), shop));
    }
    case "runs":
      return body("runs", runSection(runs.list(shop?.handle)));
    case "calls": {
      const calls = world.calls.filter((call) => !shop || call.shop === shop.domain);
      return body("calls", callSection(calls));
    }
    default:
      return page("There is no such part of the panel", 404);
  }
}

function moveClock({ world }: PanelOptions, form: URLSearchParams): void {
  const asked = Number(form.get("ms"));
  const ms = form.has("reset") ? Date.now() - world.now().getTime() : asked;
  if (Number.isFinite(ms)) world.clock.move(ms);
}

function setModes({ sender }: PanelOptions, form: URLSearchParams): void {
  const number = (name: string, most: number): number =>
    Math.min(Math.max(Number(form.get(name)) || 0, 0), most);
  sender.setModes({
    duplicateShare: number("duplicates", 100) / 100,
    shuffleMs: number("shuffle", 60_000),
    delayMs: number("delay", 60_000),
    dropFirst: number("drop", 999),
  });
}
