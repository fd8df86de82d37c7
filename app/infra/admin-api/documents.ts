import { mutation, query } from "./operation.ts";
import type * as T from "./generated/operations.ts";

/*
 * Every call the app makes to the Admin API (2026-10). `npm run codegen` checks them against Shopify's schema and
 * writes their types; the stand-in refuses what it does not implement, so none of them can be made up.
 */

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

/** Orders as lists have them: enough to tell which are not known as they are. */
export const readOrderHeads = query<T.ReadOrderHeadsQuery, T.ReadOrderHeadsQueryVariables>(
  /* GraphQL */ `
    query ReadOrderHeads($query: String, $after: String) {
      orders(first: 50, after: $after, query: $query, sortKey: UPDATED_AT) {
        nodes {
          id
          name
          updatedAt
          cancelledAt
          test
          displayFinancialStatus
          totalPriceSet {
            shopMoney {
              amount
            }
          }
          totalRefundedSet {
            shopMoney {
              amount
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

export const countOrders = query<T.CountOrdersQuery, T.CountOrdersQueryVariables>(/* GraphQL */ `
  query CountOrders($query: String) {
    ordersCount(query: $query, limit: null) {
      count
    }
  }
`);

/** Whole orders, as their webhooks tell them. */
export const readOrders = query<T.ReadOrdersQuery, T.ReadOrdersQueryVariables>(/* GraphQL */ `
  query ReadOrders($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Order {
        name
        createdAt
        updatedAt
        cancelledAt
        test
        email
        phone
        sourceName
        currencyCode
        presentmentCurrencyCode
        displayFinancialStatus
        discountCodes
        customer {
          id
        }
        totalPriceSet {
          ...Bag
        }
        totalDiscountsSet {
          ...Bag
        }
        lineItems(first: 60) {
          nodes {
            discountAllocations {
              ...Allocation
            }
          }
        }
        shippingLines(first: 5) {
          nodes {
            discountAllocations {
              ...Allocation
            }
          }
        }
        refunds {
          id
          createdAt
          totalRefundedSet {
            ...Bag
          }
        }
      }
    }
  }
  fragment Bag on MoneyBag {
    shopMoney {
      amount
    }
    presentmentMoney {
      amount
    }
  }
  fragment Allocation on DiscountAllocation {
    allocatedAmountSet {
      ...Bag
    }
    discountApplication {
      __typename
      ... on DiscountCodeApplication {
        code
      }
    }
  }
`);

export const readSegments = query<T.ReadSegmentsQuery, T.ReadSegmentsQueryVariables>(/* GraphQL */ `
  query ReadSegments($after: String) {
    segments(first: 100, after: $after) {
      nodes {
        id
        name
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What a segment promises of its customers, in Shopify's segment language. */
export const readSegmentQuery = query<T.ReadSegmentQuery, T.ReadSegmentQueryVariables>(
  /* GraphQL */ `
    query ReadSegment($id: ID!) {
      segment(id: $id) {
        query
      }
    }
  `,
);

export const readSegmentMembers = query<
  T.ReadSegmentMembersQuery,
  T.ReadSegmentMembersQueryVariables
>(/* GraphQL */ `
  query ReadSegmentMembers($segmentId: ID!, $after: String) {
    customerSegmentMembers(segmentId: $segmentId, first: 250, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What things chosen for a discount are called; null for what is not there (any more). */
export const nameChosen = query<T.NameChosenQuery, T.NameChosenQueryVariables>(/* GraphQL */ `
  query NameChosen($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on Product {
        title
      }
      ... on ProductVariant {
        displayName
        product {
          id
        }
      }
      ... on Collection {
        title
      }
      ... on Customer {
        displayName
      }
    }
  }
`);

/** The customers who fit best what somebody typed: a name, an e-mail address or a phone number. */
export const findCustomers = query<T.FindCustomersQuery, T.FindCustomersQueryVariables>(
  /* GraphQL */ `
    query FindCustomers($text: String!) {
      customers(first: 10, query: $text) {
        nodes {
          id
          displayName
          defaultEmailAddress {
            emailAddress
          }
        }
      }
    }
  `,
);

/** A customer as the checkout's function sees them: with Shopify's count of their orders. */
export const readShopper = query<T.ReadShopperQuery, T.ReadShopperQueryVariables>(/* GraphQL */ `
  query ReadShopper($id: ID!) {
    customer(id: $id) {
      id
      displayName
      numberOfOrders
    }
  }
`);

/** The customers a search finds, page by page. */
export const readCustomers = query<T.ReadCustomersQuery, T.ReadCustomersQueryVariables>(
  /* GraphQL */ `
    query ReadCustomers($search: String!, $after: String) {
      customers(first: 250, query: $search, after: $after) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

export const findCode = query<T.FindCodeQuery, T.FindCodeQueryVariables>(/* GraphQL */ `
  query FindCode($code: String!) {
    codeDiscountNodeByCode(code: $code) {
      id
      codeDiscount {
        __typename
        ... on DiscountCodeBasic {
          title
          tags
          status
        }
        ... on DiscountCodeFreeShipping {
          title
          tags
          status
        }
        ... on DiscountCodeBxgy {
          title
          tags
          status
        }
        ... on DiscountCodeApp {
          title
          tags
          status
        }
      }
    }
  }
`);

/**
 * Everything discounts say that we compare. Of products, variants and collections the first 50: a discount on more is
 * left as it is there.
 */
export const readDiscount = query<T.ReadDiscountQuery, T.ReadDiscountQueryVariables>(/* GraphQL */ `
  query ReadDiscount($id: ID!) {
    codeDiscountNode(id: $id) {
      id
      codeDiscount {
        __typename
        ... on DiscountCodeBasic {
          title
          status
          startsAt
          endsAt
          usageLimit
          appliesOncePerCustomer
          tags
          createdAt
          updatedAt
          asyncUsageCount
          codesCount {
            count
          }
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          minimumRequirement {
            ...Minimum
          }
          customerGets {
            value {
              __typename
              ... on DiscountPercentage {
                percentage
              }
              ... on DiscountAmount {
                amount {
                  amount
                }
                appliesOnEachItem
              }
            }
            items {
              ...Items
            }
          }
        }
        ... on DiscountCodeFreeShipping {
          title
          status
          startsAt
          endsAt
          usageLimit
          appliesOncePerCustomer
          tags
          createdAt
          updatedAt
          asyncUsageCount
          codesCount {
            count
          }
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          minimumRequirement {
            ...Minimum
          }
          maximumShippingPrice {
            amount
          }
          destinationSelection {
            __typename
            ... on DiscountCountries {
              countries
              includeRestOfWorld
            }
          }
        }
        ... on DiscountCodeBxgy {
          title
          status
          startsAt
          endsAt
          usageLimit
          appliesOncePerCustomer
          tags
          createdAt
          updatedAt
          asyncUsageCount
          codesCount {
            count
          }
          combinesWith {
            ...Combines
          }
          context {
            ...Context
          }
          usesPerOrderLimit
          customerBuys {
            value {
              __typename
              ... on DiscountQuantity {
                quantity
              }
              ... on DiscountPurchaseAmount {
                amount
              }
            }
            items {
              ...Items
            }
          }
          customerGets {
            value {
              __typename
              ... on DiscountOnQuantity {
                quantity {
                  quantity
                }
                effect {
                  __typename
                  ... on DiscountPercentage {
                    percentage
                  }
                }
              }
            }
            items {
              ...Items
            }
          }
        }
        ... on DiscountCodeApp {
          title
          status
          startsAt
          endsAt
          tags
          createdAt
          updatedAt
          asyncUsageCount
          codesCount {
            count
          }
        }
      }
    }
  }

  fragment Combines on DiscountCombinesWith {
    orderDiscounts
    productDiscounts
    shippingDiscounts
  }

  fragment Context on DiscountContext {
    __typename
    ... on DiscountCustomerSegments {
      segments {
        id
      }
    }
    ... on DiscountCustomers {
      customers {
        id
      }
    }
  }

  fragment Minimum on DiscountMinimumRequirement {
    __typename
    ... on DiscountMinimumQuantity {
      greaterThanOrEqualToQuantity
    }
    ... on DiscountMinimumSubtotal {
      greaterThanOrEqualToSubtotal {
        amount
      }
    }
  }

  fragment Items on DiscountItems {
    __typename
    ... on DiscountProducts {
      products(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
      productVariants(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    ... on DiscountCollections {
      collections(first: 50) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** How several discounts stand, in short: null for one that is gone. */
export const lookAtDiscounts = query<T.LookAtDiscountsQuery, T.LookAtDiscountsQueryVariables>(
  /* GraphQL */ `
    query LookAtDiscounts($ids: [ID!]!) {
      nodes(ids: $ids) {
        ... on DiscountCodeNode {
          id
          codeDiscount {
            ... on DiscountCodeBasic {
              updatedAt
              codesCount {
                count
              }
            }
            ... on DiscountCodeFreeShipping {
              updatedAt
              codesCount {
                count
              }
            }
            ... on DiscountCodeBxgy {
              updatedAt
              codesCount {
                count
              }
            }
          }
        }
      }
    }
  `,
);

/** The discounts somebody changed since, the longest ago first. */
export const readChangedDiscounts = query<
  T.ReadChangedDiscountsQuery,
  T.ReadChangedDiscountsQueryVariables
>(/* GraphQL */ `
  query ReadChangedDiscounts($query: String!, $after: String) {
    discountNodes(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The codes of one discount, in the order they came. */
export const readRedeemCodes = query<T.ReadRedeemCodesQuery, T.ReadRedeemCodesQueryVariables>(
  /* GraphQL */ `
    query ReadRedeemCodes($id: ID!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: 250, after: $after, sortKey: ID) {
              ...RedeemCodes
            }
          }
        }
      }
    }

    fragment RedeemCodes on DiscountRedeemCodeConnection {
      nodes {
        id
        code
        asyncUsageCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
);

/** What the store's code discounts are called by: the first codes of each, whoever made it. */
export const readDiscountCodes = query<T.ReadDiscountCodesQuery, T.ReadDiscountCodesQueryVariables>(
  /* GraphQL */ `
    query ReadDiscountCodes($after: String) {
      codeDiscountNodes(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {
        nodes {
          codeDiscount {
            __typename
            ... on DiscountCodeBasic {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeFreeShipping {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeBxgy {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
            ... on DiscountCodeApp {
              codes(first: 10) {
                nodes {
                  code
                }
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
);

export const createBasicDiscount = mutation<
  T.CreateBasicDiscountMutation,
  T.CreateBasicDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateBasicDiscount($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const updateBasicDiscount = mutation<
  T.UpdateBasicDiscountMutation,
  T.UpdateBasicDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateBasicDiscount($id: ID!, $input: DiscountCodeBasicInput!) {
    discountCodeBasicUpdate(id: $id, basicCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const createShippingDiscount = mutation<
  T.CreateShippingDiscountMutation,
  T.CreateShippingDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateShippingDiscount($input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const updateShippingDiscount = mutation<
  T.UpdateShippingDiscountMutation,
  T.UpdateShippingDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateShippingDiscount($id: ID!, $input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingUpdate(id: $id, freeShippingCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const createBxgyDiscount = mutation<
  T.CreateBxgyDiscountMutation,
  T.CreateBxgyDiscountMutationVariables
>(/* GraphQL */ `
  mutation CreateBxgyDiscount($input: DiscountCodeBxgyInput!) {
    discountCodeBxgyCreate(bxgyCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const updateBxgyDiscount = mutation<
  T.UpdateBxgyDiscountMutation,
  T.UpdateBxgyDiscountMutationVariables
>(/* GraphQL */ `
  mutation UpdateBxgyDiscount($id: ID!, $input: DiscountCodeBxgyInput!) {
    discountCodeBxgyUpdate(id: $id, bxgyCodeDiscount: $input) {
      codeDiscountNode {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const deactivateDiscount = mutation<
  T.DeactivateDiscountMutation,
  T.DeactivateDiscountMutationVariables
>(/* GraphQL */ `
  mutation DeactivateDiscount($id: ID!) {
    discountCodeDeactivate(id: $id) {
      userErrors {
        field
        code
        message
      }
    }
  }
`);

export const addCodes = mutation<T.AddCodesMutation, T.AddCodesMutationVariables>(/* GraphQL */ `
  mutation AddCodes($discountId: ID!, $codes: [DiscountRedeemCodeInput!]!) {
    discountRedeemCodeBulkAdd(discountId: $discountId, codes: $codes) {
      bulkCreation {
        id
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`);

/** How several submissions stand, each at a point. */
export const readCodeCreations = query<T.ReadCodeCreationsQuery, T.ReadCodeCreationsQueryVariables>(
  /* GraphQL */ `
    query ReadCodeCreations($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on DiscountRedeemCodeBulkCreation {
          done
          failedCount
        }
      }
    }
  `,
);

/** Whose the first and the last code of a submission are, whose answer was lost. */
export const findCodes = query<T.FindCodesQuery, T.FindCodesQueryVariables>(/* GraphQL */ `
  query FindCodes($first: String!, $last: String!) {
    first: codeDiscountNodeByCode(code: $first) {
      id
    }
    last: codeDiscountNodeByCode(code: $last) {
      id
    }
  }
`);

/** What became of each code. Costs hundreds of points: asked only when some code failed. */
export const readCodeResults = query<T.ReadCodeResultsQuery, T.ReadCodeResultsQueryVariables>(
  /* GraphQL */ `
    query ReadCodeResults($id: ID!) {
      discountRedeemCodeBulkCreation(id: $id) {
        codes(first: 250) {
          nodes {
            code
            discountRedeemCode {
              id
            }
            errors {
              message
            }
          }
        }
      }
    }
  `,
);

export const findGuard = query<T.FindGuardQuery, T.FindGuardQueryVariables>(/* GraphQL */ `
  query FindGuard {
    discountNodes(first: 50, query: "method:automatic type:app") {
      nodes {
        id
        discount {
          __typename
          ... on DiscountAutomaticApp {
            title
            status
          }
        }
      }
    }
  }
`);

export const createGuard = mutation<T.CreateGuardMutation, T.CreateGuardMutationVariables>(
  /* GraphQL */ `
    mutation CreateGuard($input: DiscountAutomaticAppInput!) {
      discountAutomaticAppCreate(automaticAppDiscount: $input) {
        automaticAppDiscount {
          discountId
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
);

export const setMetafields = mutation<T.SetMetafieldsMutation, T.SetMetafieldsMutationVariables>(
  /* GraphQL */ `
    mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
      metafieldsSet(metafields: $metafields) {
        metafields {
          compareDigest
          key
          owner {
            ... on Node {
              id
            }
          }
        }
        userErrors {
          field
          code
          message
          elementIndex
        }
      }
    }
  `,
);

export const readStandingDigests = query<
  T.ReadStandingDigestsQuery,
  T.ReadStandingDigestsQueryVariables
>(/* GraphQL */ `
  query ReadStandingDigests($ids: [ID!]!, $namespace: String!, $key: String!) {
    nodes(ids: $ids) {
      id
      ... on Customer {
        metafield(namespace: $namespace, key: $key) {
          value
          compareDigest
        }
      }
    }
  }
`);

/** Whose ten codes are, each exactly as it is spelt but for case. */
export const findTenCodes = query<T.FindTenCodesQuery, T.FindTenCodesQueryVariables>(/* GraphQL */ `
  query FindTenCodes(
    $a: String!
    $b: String!
    $c: String!
    $d: String!
    $e: String!
    $f: String!
    $g: String!
    $h: String!
    $i: String!
    $j: String!
  ) {
    a: codeDiscountNodeByCode(code: $a) {
      id
    }
    b: codeDiscountNodeByCode(code: $b) {
      id
    }
    c: codeDiscountNodeByCode(code: $c) {
      id
    }
    d: codeDiscountNodeByCode(code: $d) {
      id
    }
    e: codeDiscountNodeByCode(code: $e) {
      id
    }
    f: codeDiscountNodeByCode(code: $f) {
      id
    }
    g: codeDiscountNodeByCode(code: $g) {
      id
    }
    h: codeDiscountNodeByCode(code: $h) {
      id
    }
    i: codeDiscountNodeByCode(code: $i) {
      id
    }
    j: codeDiscountNodeByCode(code: $j) {
      id
    }
  }
`);

/** The codes of one discount that a search finds: those that contain its words, and perhaps more than were meant. */
export const searchRedeemCodes = query<T.SearchRedeemCodesQuery, T.SearchRedeemCodesQueryVariables>(
  /* GraphQL */ `
    query SearchRedeemCodes($id: ID!, $search: String!, $first: Int!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: $first, after: $after, query: $search) {
              ...FoundCodes
            }
          }
        }
      }
    }

    fragment FoundCodes on DiscountRedeemCodeConnection {
      nodes {
        id
        code
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
);

export const removeCodes = mutation<T.RemoveCodesMutation, T.RemoveCodesMutationVariables>(
  /* GraphQL */ `
    mutation RemoveCodes($discountId: ID!, $ids: [ID!]!) {
      discountCodeRedeemCodeBulkDelete(discountId: $discountId, ids: $ids) {
        job {
          id
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
);

export const readJob = query<T.ReadJobQuery, T.ReadJobQueryVariables>(/* GraphQL */ `
  query ReadJob($id: ID!) {
    job(id: $id) {
      done
    }
  }
`);

/** How much there is to read in a store. */
export const countStore = query<T.CountStoreQuery, T.CountStoreQueryVariables>(/* GraphQL */ `
  query CountStore {
    discountNodesCount(limit: null) {
      count
    }
    discountCodesCount(limit: null) {
      count
    }
  }
`);

/*
 * A discount of any kind and maker, as far as it can be read for many at once: the products and collections it is on
 * would be connections of their own, of which a bulk operation takes five in all. They are read apart. The types of two
 * documents cannot have one fragment.
 */
const storeDiscount = (of: "Store" | "Bulk") => `
  fragment ${of}Discount on Discount {
    __typename
    ... on DiscountCodeBasic {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      minimumRequirement {
        ...${of}Minimum
      }
      customerGets {
        appliesOnOneTimePurchase
        appliesOnSubscription
        value {
          __typename
          ... on DiscountPercentage {
            percentage
          }
          ... on DiscountAmount {
            amount {
              amount
            }
            appliesOnEachItem
          }
        }
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeFreeShipping {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      appliesOnOneTimePurchase
      appliesOnSubscription
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      minimumRequirement {
        ...${of}Minimum
      }
      maximumShippingPrice {
        amount
      }
      destinationSelection {
        __typename
        ... on DiscountCountries {
          countries
          includeRestOfWorld
        }
      }
    }
    ... on DiscountCodeBxgy {
      title
      status
      startsAt
      endsAt
      usageLimit
      appliesOncePerCustomer
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
      combinesWith {
        orderDiscounts
        productDiscounts
        shippingDiscounts
      }
      context {
        ...${of}Context
      }
      usesPerOrderLimit
      customerBuys {
        value {
          __typename
          ... on DiscountQuantity {
            quantity
          }
          ... on DiscountPurchaseAmount {
            amount
          }
        }
        items {
          __typename
        }
      }
      customerGets {
        appliesOnOneTimePurchase
        appliesOnSubscription
        value {
          __typename
          ... on DiscountOnQuantity {
            quantity {
              quantity
            }
            effect {
              __typename
              ... on DiscountPercentage {
                percentage
              }
            }
          }
        }
        items {
          __typename
        }
      }
    }
    ... on DiscountCodeApp {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
      codesCount {
        count
      }
    }
    ... on DiscountAutomaticBasic {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticFreeShipping {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticBxgy {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
    ... on DiscountAutomaticApp {
      title
      status
      startsAt
      endsAt
      tags
      createdAt
      updatedAt
      asyncUsageCount
    }
  }

  fragment ${of}Context on DiscountContext {
    __typename
    ... on DiscountCustomerSegments {
      segments {
        id
      }
    }
    ... on DiscountCustomers {
      customers {
        id
      }
    }
  }

  fragment ${of}Minimum on DiscountMinimumRequirement {
    __typename
    ... on DiscountMinimumQuantity {
      greaterThanOrEqualToQuantity
    }
    ... on DiscountMinimumSubtotal {
      greaterThanOrEqualToSubtotal {
        amount
      }
    }
  }
`;

/** The discounts of a store, a page at a time. */
export const readStoreDiscounts = query<
  T.ReadStoreDiscountsQuery,
  T.ReadStoreDiscountsQueryVariables
>(
  /* GraphQL */ `
    query ReadStoreDiscounts($after: String) {
      discountNodes(first: 25, after: $after, sortKey: ID) {
        nodes {
          id
          discount {
            ...StoreDiscount
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  ` + storeDiscount("Store"),
);

/** The codes of one discount, also of another app's. */
export const readStoreCodes = query<T.ReadStoreCodesQuery, T.ReadStoreCodesQueryVariables>(
  /* GraphQL */ `
    query ReadStoreCodes($id: ID!, $after: String) {
      codeDiscountNode(id: $id) {
        codeDiscount {
          __typename
          ... on DiscountCodeBasic {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeFreeShipping {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeBxgy {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
          ... on DiscountCodeApp {
            codes(first: 250, after: $after, sortKey: ID) {
              ...StoreCodes
            }
          }
        }
      }
    }

    fragment StoreCodes on DiscountRedeemCodeConnection {
      nodes {
        id
        code
        asyncUsageCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  `,
);

/** All of both, for a bulk operation: never asked for directly. */
export const readStoreInBulk = query<T.ReadStoreInBulkQuery, T.ReadStoreInBulkQueryVariables>(
  /* GraphQL */ `
    query ReadStoreInBulk {
      discountNodes {
        edges {
          node {
            id
            discount {
              ...BulkDiscount
              ... on DiscountCodeBasic {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeFreeShipping {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeBxgy {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
              ... on DiscountCodeApp {
                codes {
                  edges {
                    node {
                      id
                      code
                      asyncUsageCount
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  ` + storeDiscount("Bulk"),
);

export const runBulkQuery = mutation<T.RunBulkQueryMutation, T.RunBulkQueryMutationVariables>(
  /* GraphQL */ `
    mutation RunBulkQuery($query: String!) {
      bulkOperationRunQuery(query: $query) {
        bulkOperation {
          id
        }
        userErrors {
          field
          code
          message
        }
      }
    }
  `,
);

export const readBulkOperation = query<T.ReadBulkOperationQuery, T.ReadBulkOperationQueryVariables>(
  /* GraphQL */ `
    query ReadBulkOperation($id: ID!) {
      bulkOperation(id: $id) {
        id
        status
        errorCode
        objectCount
        fileSize
        url
      }
    }
  `,
);

/** Bulk operations of this app in a store. */
export const findBulkOperations = query<
  T.FindBulkOperationsQuery,
  T.FindBulkOperationsQueryVariables
>(/* GraphQL */ `
  query FindBulkOperations($query: String!) {
    bulkOperations(first: 50, query: $query) {
      nodes {
        id
        status
        query
      }
    }
  }
`);

export const cancelBulkOperation = mutation<
  T.CancelBulkOperationMutation,
  T.CancelBulkOperationMutationVariables
>(/* GraphQL */ `
  mutation CancelBulkOperation($id: ID!) {
    bulkOperationCancel(id: $id) {
      userErrors {
        field
        message
      }
    }
  }
`);
