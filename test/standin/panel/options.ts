import type { RunLog } from "../function/run-log.ts";
import type { FaultStore } from "../faults/store.ts";
import type { World } from "../state.ts";
import type { WebhookSender } from "../webhooks/sender.ts";

export type PanelOptions = {
  readonly world: World;
  readonly runs: RunLog;
  readonly sender: WebhookSender;
  readonly faults: FaultStore;
};
