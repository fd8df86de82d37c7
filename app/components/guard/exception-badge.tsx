import { Badge } from "@shopify/polaris";
import { EXCEPTION_LABELS, type ExceptionKind } from "#app/domain/guard/exception.ts";

const TONES = { disqualified: "critical", sign_in: "warning", allowed: "success" } as const;

export function ExceptionBadge({ kind }: { kind: ExceptionKind }) {
  return <Badge tone={TONES[kind]}>{EXCEPTION_LABELS[kind]}</Badge>;
}
