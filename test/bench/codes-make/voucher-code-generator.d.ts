/** The peer has no types of its own; this is what we call of it. */
declare module "voucher-code-generator" {
  const voucherCodes: {
    generate(options: { count: number; length: number; prefix: string; charset: string }): string[];
  };
  export default voucherCodes;
}
