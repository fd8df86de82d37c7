import type { AdminSchema } from "../admin/schema.ts";
import type { FaultStore } from "../faults/store.ts";
import type { ShellOptions } from "../shell/options.ts";
import type { WebhookSender } from "../webhooks/sender.ts";

/** What the control routes steer. */
export type ControlOptions = Pick<ShellOptions, "world" | "mintIdToken" | "discountActions"> & {
  readonly admin: AdminSchema;
  readonly sender: WebhookSender;
  readonly faults: FaultStore;
};
