import type { CodeShape } from "#app/domain/code/code-space.ts";

/** What is asked of us, in our own terms, and what we answer. */
export type Question =
  /** Makes codes: how many different ones there are, and what each looks like. */
  | { ask: "make"; shape: CodeShape; prefix: string; count: number; each: RegExp }
  /** Whether so many codes may be made: null when they may. */
  | { ask: "room"; shape: CodeShape; count: number; problem: string | null }
  /** What becomes of a text as a code: its key, or why it can be none. */
  | { ask: "text"; text: string; key: string }
  | { ask: "text"; text: string; problem: string }
  /** How many different codes texts are. */
  | { ask: "distinct"; texts: readonly string[]; codes: number }
  /** Whether a text is one of the codes of a space. */
  | { ask: "serial"; shape: CodeShape; prefix: string; text: string; problem: string };

/**
 * A behaviour that a public test of another system fixes: `fact` in neutral words, `here` the
 * question it is to us. `differs`: we answer otherwise on purpose, and why; `here` is then our
 * answer.
 */
export type Case = { test: string; fact: string; here: Question; differs?: string };

export type Source = { repository: string; file: string; cases: readonly Case[] };

const of = (alphabet: CodeShape["alphabet"], length: number, check = false): CodeShape => ({
  alphabet,
  length,
  check,
});

const NO_SUFFIX =
  "The free part comes last, so that a code's batch is told by its beginning, at the checkout too.";
const NO_DASHES = "No separators within the free part: they are mistyped, left out and not heard.";
const HALF = "There the space is 16 codes, here 10,000: the share is what counts.";

export const SOURCES: readonly Source[] = [
  {
    repository: "voucherifyio/voucher-code-generator-js",
    file: "test/voucher_codes.spec.js",
    cases: [
      {
        test: "should generate code of request length",
        fact: "a code asked for with 5 characters has 5",
        here: { ask: "make", shape: of("safe", 5), prefix: "", count: 1, each: /^.{5}$/ },
      },
      {
        test: "should generate 5 unique codes",
        fact: "5 codes of 2 characters can be had, all different",
        here: { ask: "room", shape: of("any", 2), count: 5, problem: "bad_length" },
        differs: "At least 4 free characters: shorter ones are guessed by hand.",
      },
      {
        test: "should generate a code consisting of numbers only",
        fact: "with digits as the character set, 10 characters are 10 digits",
        here: { ask: "make", shape: of("digits", 10), prefix: "", count: 50, each: /^\d{10}$/ },
      },
      {
        test: "should generate a code consisting of letters only",
        fact: "with letters as the character set, 10 characters are 10 letters",
        here: { ask: "make", shape: of("letters", 10), prefix: "", count: 50, each: /^[A-Z]{10}$/ },
      },
      {
        test: "should generate code with prefix",
        fact: "a prefix with a dash stands before the code as it was given",
        here: {
          ask: "make",
          shape: of("safe", 8),
          prefix: "promo-",
          count: 10,
          each: /^promo-[^-]{8}$/,
        },
      },
      {
        test: "should generate code with postfix",
        fact: "a text can be asked for after the random part",
        here: {
          ask: "serial",
          shape: of("safe", 8),
          prefix: "PROMO-",
          text: "PROMO-22222222-EXTRA",
          problem: "other",
        },
        differs: NO_SUFFIX,
      },
      {
        test: "should generate code from pattern",
        fact: "##-###-## makes groups with dashes between",
        here: { ask: "make", shape: of("any", 7), prefix: "", count: 20, each: /^[0-9A-Z]{7}$/ },
        differs: NO_DASHES,
      },
      {
        test: "should detect infeasible config",
        fact: "more codes than the characters allow are refused, none is made",
        here: { ask: "room", shape: of("digits", 4), count: 10_001, problem: "too_full" },
      },
      {
        test: "should generate fixed code",
        fact: "a pattern without free characters is one fixed code",
        here: { ask: "text", text: "FIXED", key: "FIXED" },
      },
    ],
  },
  {
    repository: "Sylius/Sylius",
    file: "src/Sylius/Component/Promotion/spec/Generator/PercentageGenerationPolicySpec.php",
    cases: [
      {
        test: "it_examines_possibility_of_coupon_generation",
        fact: "17 of 16 possible codes are refused",
        here: { ask: "room", shape: of("digits", 4), count: 10_625, problem: "too_full" },
      },
      {
        test: "it_examines_possibility_of_coupon_generation_with_prefix_and_suffix",
        fact: "7 of 16, less than half, are allowed",
        here: { ask: "room", shape: of("digits", 4), count: 4_375, problem: null },
      },
      {
        test: "it_returns_possible_generation_amount",
        fact: "with 1 of 16 made, 7 more are possible: exactly half",
        here: { ask: "room", shape: of("digits", 4), count: 5_000, problem: null },
      },
      {
        test: "it_returns_php_int_max_value_as_possible_generation_amount_when_code_length_is_too_large",
        fact: "40 characters are taken, the amount being as good as endless",
        here: { ask: "room", shape: of("safe", 40), count: 1000, problem: "bad_length" },
        differs: "At most 14 free characters: more make nothing safer, and nobody types them.",
      },
      {
        test: "it_throws_an_invalid_argument_exception_when_expected_amount_is_null",
        fact: "no amount is no answer",
        here: { ask: "room", shape: of("safe", 8), count: NaN, problem: "bad_count" },
      },
      {
        test: "it_throws_an_invalid_argument_exception_when_expecte_code_length_is_null",
        fact: "no length is no answer",
        here: { ask: "room", shape: of("safe", NaN), count: 18, problem: "bad_length" },
      },
    ],
  },
  {
    repository: "Sylius/Sylius",
    file: "src/Sylius/Component/Promotion/spec/Generator/PromotionCouponGeneratorSpec.php",
    cases: [
      {
        test: "it_generates_coupons_according_to_an_instruction",
        fact: "without a prefix, a code of 6 is 6 characters",
        here: { ask: "make", shape: of("safe", 6), prefix: "", count: 1, each: /^.{6}$/ },
      },
      {
        test: "it_generates_coupons_with_prefix_and_suffix_according_to_an_instruction",
        fact: "PREFIX_ stands before, _SUFFIX after the code",
        here: {
          ask: "make",
          shape: of("safe", 6),
          prefix: "PREFIX_",
          count: 5,
          each: /^PREFIX_[^_]{6}$/,
        },
        differs: NO_SUFFIX,
      },
      {
        test: "it_throws_an_invalid_argument_exception_when_code_length_is_not_between_one_and_forty",
        fact: "a length of -1 is refused",
        here: { ask: "room", shape: of("safe", -1), count: 16, problem: "bad_length" },
      },
      {
        test: "it_throws_an_invalid_argument_exception_when_code_length_is_not_between_one_and_forty",
        fact: "a length of 45 is refused",
        here: { ask: "room", shape: of("safe", 45), count: 16, problem: "bad_length" },
      },
    ],
  },
  {
    repository: "Sylius/Sylius",
    file: "features/admin/promotion/managing_coupons/being_unable_to_generate_too_many_coupons_with_prefix_and_suffix.feature",
    cases: [
      {
        test: "Being unable to generate too many coupons with prefix",
        fact: `half of the space made, 2 more are refused. ${HALF}`,
        here: { ask: "room", shape: of("digits", 4), count: 5_002, problem: "too_full" },
      },
    ],
  },
  {
    repository: "solidusio/solidus",
    file: "core/spec/models/spree/promotion_code/batch_builder_spec.rb",
    cases: [
      {
        test: "builds the correct number of codes",
        fact: "10 asked for are 10",
        here: { ask: "make", shape: of("safe", 6), prefix: "ABC_", count: 10, each: /./ },
      },
      {
        test: "builds codes with distinct values",
        fact: "all different, here 10,000 of them",
        here: { ask: "make", shape: of("safe", 6), prefix: "ABC_", count: 10_000, each: /./ },
      },
      {
        test: "builds codes with the same base prefix",
        fact: "all begin with the batch's own text and the separator",
        here: {
          ask: "make",
          shape: of("safe", 6),
          prefix: "abc_",
          count: 10,
          each: /^abc_[^_]{6}$/,
        },
      },
      {
        test: "updates the error and state on promotion batch",
        fact: "a batch that cannot be made says why instead of making some",
        here: { ask: "room", shape: of("safe", 4), count: 200_000, problem: "too_full" },
      },
    ],
  },
  {
    repository: "solidusio/solidus",
    file: "core/spec/models/spree/promotion_code_spec.rb",
    cases: [
      {
        test: "downcases the value before saving",
        fact: "NewCoDe is kept in lower case",
        here: { ask: "text", text: "NewCoDe", key: "NEWCODE" },
        differs: "Upper case, as codes are printed and as Shopify shows them; compared alike.",
      },
    ],
  },
  {
    repository: "magento/magento2",
    file: "app/code/Magento/SalesRule/Test/Unit/Model/Coupon/MassgeneratorTest.php",
    cases: [
      {
        test: "testGenerateCode #0",
        fact: "length 10 without dashes is 10 characters",
        here: { ask: "make", shape: of("any", 10), prefix: "", count: 5, each: /^.{10}$/ },
      },
      {
        test: "testGenerateCode #1",
        fact: "length 18 with a dash every 6 is 20 characters",
        here: { ask: "make", shape: of("any", 12), prefix: "", count: 5, each: /^[0-9A-Z]{12}$/ },
        differs: NO_DASHES,
      },
      {
        test: "testGeneratePool",
        fact: "10 codes of 15 characters are 10",
        here: { ask: "make", shape: of("safe", 15, true), prefix: "", count: 10, each: /^.{15}$/ },
      },
      {
        test: "testGeneratePoolException",
        fact: "when every try is taken, the amount is refused rather than made in part",
        here: { ask: "room", shape: of("digits", 5, true), count: 9_999, problem: "too_full" },
      },
      {
        test: "testValidateData #0",
        fact: "20 codes of 15 characters may be asked for",
        here: { ask: "room", shape: of("any", 15, true), count: 20, problem: null },
      },
      {
        test: "testValidateData #1",
        fact: "0 codes may not",
        here: { ask: "room", shape: of("any", 15, true), count: 0, problem: "bad_count" },
      },
    ],
  },
  {
    repository: "saleor/saleor",
    file: "saleor/graphql/discount/tests/mutations/test_voucher_create.py",
    cases: [
      {
        test: "test_create_voucher",
        fact: "two codes of one voucher are two",
        here: { ask: "distinct", texts: ["testcode123", "testcode456"], codes: 2 },
      },
      {
        test: "test_create_voucher_with_empty_code",
        fact: "an empty code is replaced by a random one",
        here: { ask: "text", text: "", problem: "empty" },
        differs: "Refused: an empty field is a slip as often as a wish for a random code.",
      },
      {
        test: "test_create_voucher_with_spaces_in_code",
        fact: "white space before a code is dropped",
        here: { ask: "text", text: "  PROMO", key: "PROMO" },
      },
      {
        test: "test_create_voucher_with_duplicated_codes",
        fact: "the same code twice in one list is noticed",
        here: { ask: "distinct", texts: ["CODE", "CODE"], codes: 1 },
      },
      {
        test: "test_create_voucher_with_existing_voucher_code",
        fact: "a code that another voucher has is noticed",
        here: { ask: "distinct", texts: ["FREESHIP", "freeship "], codes: 1 },
      },
    ],
  },
  {
    repository: "woocommerce/woocommerce",
    file: "plugins/woocommerce/tests/legacy/unit-tests/coupon/functions.php",
    cases: [
      {
        test: "test_wc_get_coupon_id_by_code_case_insensitive",
        fact: "testCOUPON finds testcoupon and TESTCOUPON",
        here: { ask: "distinct", texts: ["testCOUPON", "testcoupon", "TESTCOUPON"], codes: 1 },
      },
      {
        test: "test_wc_get_coupon_id_by_code",
        fact: "no text is no coupon",
        here: { ask: "text", text: "", problem: "empty" },
      },
    ],
  },
  {
    repository: "woocommerce/woocommerce",
    file: "plugins/woocommerce/tests/php/includes/wc-formatting-functions-test.php",
    cases: [
      {
        test: "test_wc_sanitize_coupon_code: DUMMYCOUPON",
        fact: "letters stay as they are",
        here: { ask: "text", text: "DUMMYCOUPON", key: "DUMMYCOUPON" },
      },
      {
        test: "test_wc_sanitize_coupon_code: a&a",
        fact: "& is kept, escaped for HTML",
        here: { ask: "text", text: "a&a", problem: "bad_character" },
        differs: "Refused: codes are typed on phones and put into links.",
      },
      {
        test: "test_wc_sanitize_coupon_code: test's",
        fact: "an apostrophe is kept",
        here: { ask: "text", text: "test's", problem: "bad_character" },
        differs: "Refused: phones type another apostrophe than the one that was meant.",
      },
    ],
  },
];
