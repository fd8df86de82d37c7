// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { useState } from "react";
import { mount } from "../support/mount.tsx";
import { CodesCard } from "#app/components/campaign/detail/codes-card.tsx";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { sampleBatch } from "../support/batch.ts";
import { sampleDetail, viewerFrame } from "../support/sample.ts";

const making: CampaignDetail = {
  ...sampleDetail,
  codeStates: { pending: 180_000, live: 120_000, failed: 0, paused: 0 },
  batches: [sampleBatch],
};
const list: CampaignDetail = {
  ...sampleDetail,
  codes: { kind: "list", count: 1_200 },
  unique: null,
  usesPerCode: 3,
  batches: [
    {
      ...sampleBatch,
      state: "made",
      source: "imported",
      wanted: 1_200,
      live: 1_200,
      progress: { done: 1_200, total: 1_200, perSecond: null, remainingSeconds: null },
    },
  ],
};

function answering(path: string, answer: unknown, status = 200) {
  const posted: Record<string, FormDataEntryValue>[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return Response.json(answer, { status });
  };
  return { route: { path, action }, posted };
}

describe("the codes of a campaign", () => {
  it("under way show a bar, a rate and an honest time, and say that they go on alone", async () => {
    const page = await mount(<CodesCard campaign={making} />);
    expect(page.text()).toContain(
      "120,000 of 1,000,000 codes in Shopify, 1,222 a second, about 12 minutes left.",
    );
    const bars = [...document.querySelectorAll("progress")].map((bar) => bar.value);
    expect(bars.at(-1)).toBe(12);
    expect(page.text()).toContain("It goes on when you leave this page.");
  });

  it("show what went wrong with a batch", async () => {
    const error = "2 codes of the list were taken meanwhile.";
    const campaign = { ...list, batches: [{ ...list.batches[0]!, error }] };
    const page = await mount(<CodesCard campaign={campaign} />);
    expect(page.text()).toContain(error);
  });

  it("that were left out of an import can be downloaded", async () => {
    const leftOut = { ...list.batches[0]!, error: "2 were left out.", leftOut: "i1" };
    const page = await mount(<CodesCard campaign={{ ...list, batches: [leftOut] }} />);
    expect(page.button("Download which, as CSV")).toBeTruthy();
    expect((await mount(<CodesCard campaign={list} />)).text()).not.toContain("Download which");
  });

  it("are stopped only after saying what stays and what goes", async () => {
    const { route, posted } = answering("/app/campaigns/c1/cancel-batch", { ok: true, id: "b1" });
    const page = await mount(<CodesCard campaign={making} />, { others: [route] });
    await page.click(page.button("Cancel"));
    expect(page.text()).toContain(
      "The 120,000 codes already in Shopify stay and keep working; the 880,000 not there yet are dropped.",
    );
    expect(posted).toEqual([]);
    await page.click(page.button("Stop making codes"));
    await page.settle(20);
    expect(posted).toEqual([{ batchId: "b1" }]);
    expect(page.asked.toasts).toEqual(["No more codes are made"]);
  });

  it("are announced when they are all there, and not before", async () => {
    const done = {
      ...sampleBatch,
      state: "made" as const,
      live: 1_000_000,
      progress: { ...sampleBatch.progress, done: 1_000_000 },
    };
    function Watched() {
      const [isDone, setDone] = useState(false);
      return (
        <>
          <button onClick={() => setDone(true)}>Time passes</button>
          <CodesCard campaign={{ ...making, batches: [isDone ? done : sampleBatch] }} />
        </>
      );
    }
    const page = await mount(<Watched />);
    const said = () => [...document.querySelectorAll("[role=status]")].map((e) => e.textContent);
    expect(said()).not.toContainEqual(expect.stringContaining("All in Shopify"));
    await page.click(page.button("Time passes"));
    expect(said()).toContainEqual("1,000,000 codes, made here: All in Shopify.");
  });

  it("of a list say how often each is usable, and lead to importing more", async () => {
    const page = await mount(<CodesCard campaign={list} />);
    expect(page.text()).toContain("1,200 codes of your own list. Each can be used 3 times.");
    expect(page.button("Import more").getAttribute("href")).toBe("/app/codes/import?campaign=c1");
    expect(page.text()).not.toContain("Make more codes");
  });

  it("of a public code are the code itself; there are never more", async () => {
    const campaign: CampaignDetail = {
      ...sampleDetail,
      codes: { kind: "public", count: 1 },
      unique: null,
    };
    const page = await mount(<CodesCard campaign={campaign} />);
    expect(page.button("Copy SUMMER26_FREESHIP")).toBeTruthy();
    expect(page.text()).not.toMatch(/Make more|Import more/);
  });

  it("of an ended campaign are as many as there are", async () => {
    const page = await mount(<CodesCard campaign={{ ...sampleDetail, wanted: "ended" }} />);
    expect(page.text()).not.toContain("Make more codes");
  });

  it("are neither stopped nor made by a viewer", async () => {
    const page = await mount(<CodesCard campaign={making} />, { frame: viewerFrame });
    expect(page.button("Cancel").getAttribute("aria-disabled")).toBe("true");
    expect(page.button("Make more codes").getAttribute("aria-disabled")).toBe("true");
  });
});

/** Opens the modal and waits until it stands still. */
async function open(page: Awaited<ReturnType<typeof mount>>) {
  await page.click(page.button("Make more codes"));
  await page.settle(300);
}

describe("making more", () => {
  it("weighs all codes together, then asks for them", async () => {
    const { route, posted } = answering("/app/campaigns/c1/codes", { ok: true, id: "c1" });
    const page = await mount(<CodesCard campaign={sampleDetail} />, { others: [route] });
    await open(page);
    await page.type(page.find<HTMLInputElement>("[role=dialog] input"), "90000");
    expect(page.text()).toContain("1 in 548,759 guesses finds a code.");
    await page.click(page.button("Make codes"));
    await page.settle(20);
    expect(posted).toEqual([{ count: "90000" }]);
    expect(page.asked.toasts).toEqual(["More codes are being made"]);
    expect(document.querySelector("[role=dialog]")).toBeNull();
  });

  it("keeps a refusal beside the number until another is typed", async () => {
    const message = "Enter how many codes to make, from 1 to 1000000.";
    const refusal = { kind: "invalid", message };
    const problems = [{ field: "count", message }];
    const { route } = answering("/app/campaigns/c1/codes", { refusal, problems }, 422);
    const page = await mount(<CodesCard campaign={sampleDetail} />, { others: [route] });
    await open(page);
    const field = page.find<HTMLInputElement>("[role=dialog] input");
    await page.type(field, "0");
    await page.click(page.button("Make codes"));
    await page.settle(20);
    expect(page.text()).toContain(message);
    await page.type(field, "5");
    expect(page.text()).not.toContain(message);
  });
});
