/** What a value of a metafield type must look like; `undefined` when it does. */
export type ValueProblem = { readonly about: "type" | "value"; readonly message: string };

type Check = (value: string) => string | undefined;

const CHECKS: Readonly<Record<string, Check>> = {
  single_line_text_field: (value) =>
    /[\r\n]/.test(value) ? "Value must be a single line text string." : undefined,
  multi_line_text_field: () => undefined,
  json: (value) => (isJson(value) ? undefined : "Value is invalid JSON."),
  boolean: (value) => (/^(true|false)$/.test(value) ? undefined : "Value must be true or false."),
  number_integer: (value) => (/^-?\d{1,19}$/.test(value) ? undefined : "Value must be an integer."),
  number_decimal: (value) =>
    /^-?\d{1,13}(\.\d{1,9})?$/.test(value) ? undefined : "Value must be a decimal.",
  date: (value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? undefined : "Value must be a date."),
  date_time: (value) =>
    /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
      ? undefined
      : "Value must be in “YYYY-MM-DDTHH:MM:SS” format.",
  url: (value) => (URL.canParse(value) ? undefined : "Value must be a URL."),
};

export function valueProblem(type: string, value: string): ValueProblem | undefined {
  const [, inner] = /^list\.(.+)$/.exec(type) ?? [];
  const check = CHECKS[inner ?? type];
  if (!check || (inner !== undefined && LISTLESS.includes(inner))) {
    return { about: "type", message: `Type must be one of the following: ${TYPES.join(", ")}.` };
  }
  const message = inner === undefined ? check(value) : listProblem(check, value);
  return message === undefined ? undefined : { about: "value", message };
}

const LISTLESS: readonly string[] = ["json", "multi_line_text_field", "boolean"];

const TYPES: readonly string[] = Object.keys(CHECKS);

function listProblem(check: Check, value: string): string | undefined {
  if (!isJson(value)) return "Value is invalid JSON.";
  const items: unknown = JSON.parse(value);
  if (!Array.isArray(items)) return "Value must be an array.";
  return items.map((item) => check(String(item))).find((message) => message !== undefined);
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
