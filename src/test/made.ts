import type { Context } from "#core/context.ts";
import { read } from "#core/input.ts";
import type { Outcome } from "#core/outcome.ts";

/** What a command made; a refusal fails the test by its reason. */
export const valueOf = <T>(outcome: Outcome<T, string>): T => {
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
