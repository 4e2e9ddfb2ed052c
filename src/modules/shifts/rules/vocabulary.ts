import { messages } from "#core/messages.ts";
import type { SignupRule } from "#modules/shifts/schema.ts";
import de from "./vocabulary.de.json" with { type: "json" };

/** The words of rules. */
const say = messages(
  {
    because: "The rule: whoever {condition} (found: {found}).",
    becausePlain: "The rule: whoever {condition}.",
    decision_approve: "confirm at once",
    decision_ask: "look first",
    decision_block: "do not allow",
    if_attended_at_least: "came at least {n} times",
    if_attended_at_most: "came at most {n} times",
    if_missed_at_least: "stayed away at least {n} times",
    if_missed_at_most: "stayed away at most {n} times",
    if_attendance_at_least: "came at least {n} of 100 times",
    if_attendance_at_most: "came at most {n} of 100 times",
    if_days_known_at_least: "known for at least {n} days",
    if_days_known_at_most: "known for at most {n} days",
    if_age_adult_at_least: "is of age",
    if_age_adult_at_most: "is under 18",
    if_checked_at_least: "a certificate of good conduct was seen",
    if_checked_at_most: "no certificate of good conduct was seen",
    if_qualified_at_least: "at least {n} qualifications were seen",
    if_qualified_at_most: "at most {n} qualifications were seen",
    if_party_at_least: "comes as a group of at least {n}",
    if_party_at_most: "comes as a group of at most {n}",
  },
  { de },
);

type Reader = { readonly language: string };

/** What a rule may decide. */
export const decisions = ["approve", "ask", "block"] as const;
export const decisionName = (reader: Reader, code: SignupRule["decision"]): string =>
  say(reader)(`decision_${code}`);

/** What a rule may look at: a fact, and whether it is enough or too little. */
export const conditions = [
  "attended_at_least",
  "attended_at_most",
  "missed_at_least",
  "missed_at_most",
  "attendance_at_least",
  "attendance_at_most",
  "days_known_at_least",
  "days_known_at_most",
  "age_adult_at_least",
  "age_adult_at_most",
  "checked_at_least",
  "checked_at_most",
  "qualified_at_least",
  "qualified_at_most",
  "party_at_least",
  "party_at_most",
] as const;
export type Condition = (typeof conditions)[number];

/** Facts that are so or not so: a number would say nothing. */
export const isPlain = (condition: Condition): boolean =>
  condition.startsWith("age_adult") || condition.startsWith("checked");

/** "war mindestens 3-mal da" */
export const conditionName = (reader: Reader, condition: Condition, n: string | number): string =>
  say(reader)(`if_${condition}`, { n });

type Told = Pick<SignupRule, "fact" | "comparison" | "value">;

/** The condition of a rule in words. */
export const inWords = (reader: Reader, { fact, comparison, value }: Told): string =>
  conditionName(reader, `${fact}_${comparison}`, value);

/** Why a rule decided so, with what it found: for those who plan, and for the person themself. */
export const becauseOf = (reader: Reader, { found, ...rule }: Told & { readonly found: number }): string => {
  const condition = inWords(reader, rule);
  return isPlain(`${rule.fact}_${rule.comparison}`)
    ? say(reader)("becausePlain", { condition })
    : say(reader)("because", { condition, found });
};
