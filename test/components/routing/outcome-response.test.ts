import { describe, expect, it } from "vitest";
import type { Refusal } from "#app/domain/shared/outcome.ts";
import { done, refuse } from "#app/domain/shared/outcome.ts";
import { outcomeResponse, refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";

const refusals: [Refusal, number][] = [
  [{ kind: "forbidden", message: "No." }, 403],
  [{ kind: "not_found", message: "No." }, 404],
  [{ kind: "conflict", message: "No." }, 409],
  [{ kind: "invalid", problems: [{ field: "name", message: "No." }] }, 422],
];

describe("an outcome on the wire", () => {
  it.each(refusals)("%o answers %i", async (refusal, status) => {
    const response = refusalResponse(refusal);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      refusal: { kind: refusal.kind, message: "No." },
      problems: refusal.kind === "invalid" ? refusal.problems : [],
    });
  });

  it("a value answers 200 and says so", async () => {
    const response = outcomeResponse(done({ id: "c1" }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, id: "c1" });
  });

  it.each(refusals)("a loader that is refused %o throws it at the page", (refusal, status) => {
    const thrown = thrownBy(() => valueOrThrow(refuse(refusal)));
    expect(thrown).toBeInstanceOf(Response);
    // An address that cannot be read is a page that does not exist.
    expect((thrown as Response).status).toBe(status === 422 ? 404 : status);
  });

  it("a loader gets the value", () => {
    expect(valueOrThrow(done(7))).toBe(7);
  });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("Nothing was thrown");
}
