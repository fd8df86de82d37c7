import { query } from "../operation.ts";
import type * as T from "../generated/operations.ts";

export const readShop = query<T.ReadShopQuery, T.ReadShopQueryVariables>(/* GraphQL */ `
  query ReadShop {
    shop {
      name
      ianaTimezone
      currencyCode
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`);
