/** What a chart says of values below zero, which nobody expects of what is counted. */
export function BelowZero() {
  return <p className="bf-chart-note">Below zero, more was taken back than came in.</p>;
}
