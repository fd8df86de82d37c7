/** What `npm run replay` takes, made of other data. `expected`: counted from that data itself. */
export type Converted = {
  promotions: object;
  orders: readonly object[];
  refunds: readonly object[];
  issued: readonly string[];
  expected: object;
};
