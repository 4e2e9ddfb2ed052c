import { messages } from "#core/messages.ts";
import { money, number } from "#core/number.ts";
import type { MeasureCommitment } from "#modules/strategy/schema.ts";
import de from "./vocabulary.de.json" with { type: "json" };

const words = messages(
  {
    amount_hours: { one: "{text} hour a year", other: "{text} hours a year" },
    amount_people: { one: "{text} person", other: "{text} people" },
    amount_room: { one: "{text} room", other: "{text} rooms" },
    amount_things: { one: "{text} thing", other: "{text} things" },
    short_hours: { one: "{text} hour", other: "{text} hours" },
    promise: "{amount}, {words}",
  },
  { de },
);

type Reader = { readonly language: string };
type Kind = MeasureCommitment["kind"];

/** "40 Stunden im Jahr", "500 €": how much was promised. */
export const amountText = (reader: Reader, kind: Kind, amount: number): string => {
  if (kind === "money") return money(reader, Math.round(amount));
  return words(reader)(`amount_${kind}`, { n: amount, text: number(reader, amount, 1) });
};

/** "12 Stunden", "500 €": how much was given so far. */
export const givenText = (reader: Reader, kind: Kind, given: number): string =>
  kind === "hours"
    ? words(reader)("short_hours", { n: given, text: number(reader, given, 1) })
    : amountText(reader, kind, given);

/** "40 Stunden im Jahr, zwei Mitarbeitende im Reparaturcafé". */
export const promiseText = (
  reader: Reader,
  { kind, amount, words: text }: Pick<MeasureCommitment, "kind" | "amount" | "words">,
): string => words(reader)("promise", { amount: amountText(reader, kind, amount), words: text });
