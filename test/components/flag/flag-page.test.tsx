// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { FlagPage } from "#app/components/flag/flag-page.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { sampleFlag, viewerFrame } from "../support/sample.ts";

const decided = {
  ...sampleFlag,
  state: "reviewed" as const,
  disqualified: true,
  decision: {
    decision: "abuse" as const,
    reason: "Three accounts, one address.",
    by: "Mara Keller",
    at: "2026-06-10T11:00:00Z",
  },
};

function page(flag = sampleFlag, onDecide = vi.fn(), answer?: RefusalBody) {
  return (
    <FlagPage
      flag={flag}
      neighbours={{ previous: "f0", next: "f2" }}
      isBusy={false}
      answer={answer}
      onDecide={onDecide}
    />
  );
}

describe("a flagged order", () => {
  it("says who and what first, then the orders that count, then the innocent reading", async () => {
    const shown = await mount(page());
    const text = shown.text();
    const order = [
      "A customer used SUMMER26_15OFF 2 times",
      "The limit for each customer is once in total. 2 orders count.",
      "What an honest shopper would say",
    ].map((words) => text.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(document.querySelectorAll(".bf-evidence tbody tr")).toHaveLength(2);
    expect(shown.find(".bf-evidence tbody tr:last-child").textContent).toContain("over the limit");
    expect(shown.find(".bf-evidence tbody tr:first-child").textContent).not.toContain(
      "over the limit",
    );
    expect(shown.find(".bf-evidence a").getAttribute("href")).toBe("shopify://admin/orders/1001");
  });

  it("takes no decision without a reason", async () => {
    const onDecide = vi.fn();
    const shown = await mount(page(sampleFlag, onDecide));
    await shown.click(shown.button("Save decision"));
    expect(shown.text()).toContain("Choose one of the two.");
    expect(shown.text()).toContain("Say why, for whoever asks later.");
    expect(onDecide).not.toHaveBeenCalled();
  });

  it("decides with a key and a reason", async () => {
    const onDecide = vi.fn();
    const shown = await mount(page(sampleFlag, onDecide));
    await shown.press("2");
    await shown.type(shown.find<HTMLTextAreaElement>("textarea"), "  Three accounts.  ");
    await shown.click(shown.button("Save decision"));
    expect(onDecide).toHaveBeenCalledExactlyOnceWith("abuse", "Three accounts.");
  });

  it("says what abuse brings about before it is chosen", async () => {
    const shown = await mount(page());
    expect(shown.text()).toContain("The customer can no longer use codes of SUMMER26_15OFF.");
  });

  it("goes to the next and the previous open flag by key", async () => {
    const shown = await mount(page());
    await shown.press("j");
    expect(shown.router.state.location.pathname).toBe("/app/review/f2");
    const again = await mount(page());
    await again.press("k");
    expect(again.router.state.location.pathname).toBe("/app/review/f0");
  });

  it("a key typed into the reason is a letter, not a command", async () => {
    const shown = await mount(page());
    const reason = shown.find<HTMLTextAreaElement>("textarea");
    reason.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true }));
    expect(shown.router.state.location.pathname).toBe("/app");
  });

  it("shows the server's problems beside their fields", async () => {
    const answer: RefusalBody = {
      refusal: { kind: "invalid", message: "" },
      problems: [{ field: "reason", message: "Use at most 1000 characters." }],
    };
    const shown = await mount(page(sampleFlag, vi.fn(), answer));
    expect(shown.text()).toContain("Use at most 1000 characters.");
  });

  it("a viewer sees why they cannot decide, and no key does it for them", async () => {
    const onDecide = vi.fn();
    const shown = await mount(page(sampleFlag, onDecide), { frame: viewerFrame });
    expect(shown.find<HTMLTextAreaElement>("textarea").disabled).toBe(true);
    await shown.press("2");
    expect(document.querySelector("input[type=radio]:checked")).toBeNull();
  });
});

describe("a decided flag", () => {
  it("shows who decided what and why, and can be undone with a reason", async () => {
    const posted: string[] = [];
    const lift = {
      path: "/app/review/f1/lift",
      action: async ({ request }: { request: Request }) => {
        const reason = (await request.formData()).get("reason");
        posted.push(typeof reason === "string" ? reason : "");
        return { ok: true };
      },
    };
    const shown = await mount(page(decided), { others: [lift] });
    expect(shown.text()).toContain("AbuseThree accounts, one address.Mara Keller, 1 hour ago");
    expect(shown.text()).toContain("This customer cannot use codes of SUMMER26_15OFF.");
    await shown.click(shown.button("Lift disqualification"));
    expect(posted).toEqual([]);
    expect(shown.text()).toContain("Say why, for whoever asks later.");
    await shown.type(
      shown.find<HTMLInputElement>("input[type=text], input:not([type])"),
      "A family.",
    );
    await shown.click(shown.button("Lift disqualification"));
    await shown.settle(20);
    expect(posted).toEqual(["A family."]);
    expect(shown.asked.toasts).toEqual(["The customer can use the codes again"]);
  });

  it("a withdrawn one has nothing to decide", async () => {
    const shown = await mount(page({ ...sampleFlag, state: "withdrawn" }));
    expect(shown.text()).toContain("Withdrawn: the order no longer counts");
    expect(shown.text()).not.toContain("Save decision");
  });
});
