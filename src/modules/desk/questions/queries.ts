import type { Context } from "#core/context.ts";
import { readAnswers } from "#modules/opportunities/suggestions/paths.ts";
import { companyName, rhythmName, skillName } from "#modules/opportunities/vocabulary.ts";
import {
  accessibilityName,
  fieldName,
  languageName,
  targetGroupName,
} from "#modules/organizations/vocabulary.ts";
import { ageBandName } from "#modules/people/vocabulary.ts";
import { say } from "./messages.ts";

/** What came along from the six questions: their names and values as the address carried them. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const most = 30;
const longest = 200;
const own: ReadonlySet<string> = new Set([
  "thema",
  "angebot",
  "hinweis",
  "sprache",
  "seite",
  "termin",
  "_key",
]);

const tidy = (value: unknown): string | readonly string[] | undefined => {
  const items = [value].flat().filter((item) => typeof item === "string" && item !== "");
  const short = items.slice(0, most).map((item) => String(item).slice(0, longest));
  return short.length > 1 ? short : short[0];
};

const pick = (entries: readonly (readonly [string, unknown])[]): Answers =>
  Object.fromEntries(
    entries.slice(0, most).flatMap(([name, value]) => {
      const kept = tidy(value);
      return kept !== undefined && /^[a-zA-Z0-9_-]{1,40}$/u.test(name) ? [[name, kept]] : [];
    }),
  );

/** The answers in an address like "/fragen?thema=help&skills=reading". */
export const answersAsked = (asked: Readonly<Record<string, unknown>>): Answers =>
  pick(Object.entries(asked).filter(([name]) => !own.has(name)));

/** The answers that travelled along with the sent form. */
export const answersSent = (body: Readonly<Record<string, unknown>>): Answers =>
  pick(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith("antwort.") ? [[name.slice("antwort.".length), value] as const] : [],
    ),
  );

/** The answers as an inquiry keeps them. */
export const keptAnswers = (kept: unknown): Answers => pick(Object.entries(Object(kept)));

type Reader = Pick<Context, "language">;

/** The answers of the six questions as labels and words; what was not answered is left out. */
export const answersInWords = (
  ctx: Reader,
  answers: Answers,
): readonly (readonly [label: string, words: string])[] => {
  const said = readAnswers(answers);
  const words = say(ctx);
  const list = (codes: readonly string[], name: (reader: Reader, code: string) => string) =>
    codes.map((code) => name(ctx, code)).join(", ");
  const rows = [
    [words("answerTime"), said.zeit.map((code) => words(`time_${code}`)).join(", ")],
    [words("answerRhythm"), list(said.rhythmus, rhythmName)],
    [words("answerSkills"), list(said.gern, skillName)],
    [words("answerGroups"), list(said.fuer, targetGroupName)],
    [words("answerFields"), list(said.feld, fieldName)],
    [
      words("answerPlace"),
      said.plz &&
        (said.umkreis ? words("answerRange", { postcode: said.plz, kilometers: said.umkreis }) : said.plz),
    ],
    [words("answerCompany"), said.mit && companyName(ctx, said.mit)],
    [words("answerLanguages"), list(said.sprachen, languageName)],
    [words("answerAge"), said.alter && ageBandName(ctx, said.alter)],
    [words("answerNeeds"), list(said.braucht, accessibilityName)],
    [words("answerNot"), list(said.nicht, targetGroupName)],
  ] as const;
  return rows.filter(([, value]) => value !== "");
};
