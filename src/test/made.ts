import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import type { Outcome } from "#core/outcome.ts";

/** Who makes the things of one town, and for whom. */
export type Makers = {
  readonly office: Context;
  /** The same office, a hundred days earlier. */
  readonly earlier: Context;
  readonly volunteer: Context;
  readonly club: Id<"organization">;
  readonly other: Id<"organization">;
  /** Who speaks for the club. */
  readonly speaker: Id<"person">;
};

/** What a command made; a refusal fails the test by its reason. */
export const made = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.because}`);
  return outcome.value;
};

/** A form as its page would read it; what does not parse fails the test by its fields. */
export const formOf = <T>(
  ctx: Context,
  schema: Parameters<typeof read<T>>[1],
  fields: Readonly<Record<string, unknown>>,
): T => {
  const input = read(ctx, schema, fields);
  if (!input.ok) throw new Error(JSON.stringify(input.form.errors));
  return input.value;
};
