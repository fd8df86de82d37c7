/** An instant of a column as the text JSON has it: "2026-06-10T12:00:00.000Z", in UTC, to the millisecond. */
export function instantSql(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
