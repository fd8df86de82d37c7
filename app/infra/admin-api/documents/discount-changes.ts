import { mutation } from "../operation.ts";
import type * as T from "../generated/operations.ts";

const USER_ERRORS = `
  userErrors {
    field
    code
    message
  }`;

const WRITTEN = `
  codeDiscountNode {
    id
  }${USER_ERRORS}`;

export const createBasicDiscount = mutation<
  T.CreateBasicDiscountMutation,
  T.CreateBasicDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateBasicDiscount($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const updateBasicDiscount = mutation<
  T.UpdateBasicDiscountMutation,
  T.UpdateBasicDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateBasicDiscount($id: ID!, $input: DiscountCodeBasicInput!) {
    discountCodeBasicUpdate(id: $id, basicCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const createShippingDiscount = mutation<
  T.CreateShippingDiscountMutation,
  T.CreateShippingDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateShippingDiscount($input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const updateShippingDiscount = mutation<
  T.UpdateShippingDiscountMutation,
  T.UpdateShippingDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateShippingDiscount($id: ID!, $input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingUpdate(id: $id, freeShippingCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const createBxgyDiscount = mutation<
  T.CreateBxgyDiscountMutation,
  T.CreateBxgyDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateBxgyDiscount($input: DiscountCodeBxgyInput!) {
    discountCodeBxgyCreate(bxgyCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const updateBxgyDiscount = mutation<
  T.UpdateBxgyDiscountMutation,
  T.UpdateBxgyDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateBxgyDiscount($id: ID!, $input: DiscountCodeBxgyInput!) {
    discountCodeBxgyUpdate(id: $id, bxgyCodeDiscount: $input) {
      ${WRITTEN}
    }
  }
`);

export const deactivateDiscount = mutation<
  T.DeactivateDiscountMutation,
  T.DeactivateDiscountMutationVariables
>(/* GraphQL */ `
  mutation DeactivateDiscount($id: ID!) {
    discountCodeDeactivate(id: $id) {
      ${USER_ERRORS}
    }
  }
`);
