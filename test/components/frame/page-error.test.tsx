// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { pageProblemOf, ProblemPage } from "#app/components/frame/page-error.tsx";
import { refusalBody } from "#app/routing/outcome-response.ts";

const response = (status: number, data: unknown) => ({
  status,
  statusText: "",
  internal: false,
  data,
});

describe("pageProblemOf", () => {
  it("tells a refusal in its own words", () => {
    const body = refusalBody({ kind: "forbidden", message: "You need the reviewer role." });
    expect(pageProblemOf(response(403, body))).toEqual({
      title: "You do not have access to this",
      what: "You need the reviewer role.",
      canRetry: false,
    });
  });

  it("leaves the pages of Shopify's library alone", () => {
    expect(pageProblemOf(response(200, "<script>…</script>"))).toBeNull();
    expect(pageProblemOf(response(401, null))).toBeNull();
  });

  it("says of an unknown address that it is one", () => {
    expect(pageProblemOf(response(404, null))?.title).toBe("This page does not exist");
  });

  it("owns up to our own faults without technical words, and offers to try again", () => {
    const problem = pageProblemOf(new TypeError("x is not a function"));
    expect(problem?.title).toBe("Something went wrong on our side");
    expect(problem?.canRetry).toBe(true);
    expect(JSON.stringify(problem)).not.toContain("x is not a function");
  });
});

describe("the page in place of one that failed", () => {
  it("always has a way back", async () => {
    for (const canRetry of [true, false]) {
      const problem = { title: "This page does not exist", what: "Old address.", canRetry };
      const page = await mount(<ProblemPage problem={problem} />);
      expect(page.text()).toContain("Old address.");
      expect(page.button("Go to home").getAttribute("href")).toBe("/app");
      await page.unmount();
    }
  });
});
