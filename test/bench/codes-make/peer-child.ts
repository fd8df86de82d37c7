import voucherCodes from "voucher-code-generator";

import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { LETTERS, PREFIX } from "./pattern.ts";
import { report } from "./report.ts";

/** The peer can only give all codes at once, and keeps them twice to see that none comes twice. */
report(
  (count) =>
    voucherCodes.generate({ count, length: LETTERS, prefix: PREFIX, charset: SAFE_ALPHABET })
      .length,
);
