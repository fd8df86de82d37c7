/** A refund by all that a line tells of it: which order, when, how much (in minor units). The same twice is one. */
export function refundText(orderId: string, at: Date, amountMinor: number): string {
  return `${orderId} ${at.getTime()} ${amountMinor}`;
}
