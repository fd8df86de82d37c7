import { Refusal, type UserError } from "../errors.ts";

/** What is wrong with an input, gathered so that a caller hears of everything at once. */
export class Problems {
  readonly #found: UserError[] = [];
  readonly #prefix: string;

  /** `prefix` is the name of the mutation's input argument: fields are named from there. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  add(field: readonly string[], code: string, message: string): void {
    this.#found.push({ field: [this.#prefix, ...field], code, message });
  }

  /** @throws Refusal when there are any. */
  throwIfAny(): void {
    if (this.#found.length > 0) throw new Refusal(this.#found);
  }
}

export function refuse(field: readonly string[], code: string | null, message: string): never {
  throw new Refusal([{ field, code, message }]);
}
