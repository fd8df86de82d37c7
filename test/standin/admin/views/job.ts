import { gid } from "../../gid.ts";
import type { Job } from "../../state.ts";
import type { View } from "../context.ts";

export function jobView(job: Job): View {
  return { __typename: "Job", id: gid("Job", job.id), done: job.done };
}
