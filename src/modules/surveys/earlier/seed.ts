import { type PersonActor, system } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { loadHighs } from "#methods/assignment-highs.ts";
import type { Answers, Question, Questionnaire } from "#methods/questionnaire.ts";
import { protectRelease } from "#methods/survey-release.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { addSurvey, closeSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { beginProtection, finishProtection } from "#modules/surveys/protection/commands.ts";
import { findSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { addRelease, computeRelease, publishRelease } from "#modules/surveys/releases/commands.ts";
import type { Crossing } from "#modules/surveys/releases/queries.ts";
import { addResponses } from "#modules/surveys/responses/commands.ts";

const day = 86_400_000;

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the earlier survey stopped: ${outcome.because}`);
  return outcome.value;
};

const choices = (...list: readonly (readonly [value: string, label: string])[]) =>
  list.map(([value, label]) => ({ value, label: { de: label } }));

const fields = ["sport", "culture", "social", "rescue"] as const;
const rooms = ["enough", "evening", "none"] as const;

const questions: Question[] = [
  {
    kind: "single",
    name: "raeume",
    label: { de: "Räume: Haben Sie, was Sie brauchen?" },
    choices: choices(
      ["enough", "Ja"],
      ["evening", "Tagsüber ja, abends und am Wochenende nicht"],
      ["none", "Nein"],
    ),
    required: true,
  },
  {
    kind: "single",
    name: "feld",
    label: { de: "Was macht Ihr Verein vor allem?" },
    choices: choices(
      ["sport", "Sport"],
      ["culture", "Kultur und Heimat"],
      ["social", "Soziales und Jugend"],
      ["rescue", "Feuerwehr und Rettung"],
    ),
    required: true,
  },
  {
    kind: "multiple",
    name: "hilfe",
    label: { de: "Was würde Ihnen helfen?" },
    choices: choices(
      ["key", "Jemand, der am Wochenende aufschließt"],
      ["list", "Eine Liste aller Räume, mit Preisen"],
      ["storage", "Ein Lager für Bänke, Zelte und Technik"],
      ["warm", "Eine Heizung, die läuft"],
      ["ramp", "Ein Eingang ohne Stufen"],
    ),
  },
];

const content: Questionnaire = {
  title: { de: "Räume und Treffpunkte unserer Vereine" },
  languages: ["de"],
  introduction: { de: "Drei Fragen, zwei Minuten: Wo treffen Sie sich, und was fehlt?" },
  pages: [{ name: "raeume", title: { de: "Räume und Treffpunkte" }, questions }],
};

// How many answered what: a line for each field, a column for each answer about rooms.
const first = [
  [6, 9, 2],
  [7, 8, 6],
  [5, 6, 1],
  [3, 0, 0],
] as const;
const second = [
  [3, 6, 2],
  [1, 5, 1],
  [2, 1, 5],
  [3, 1, 0],
] as const;

const helps = [
  "key",
  "list",
  "key",
  "storage",
  "warm",
  "list",
  "key",
  "ramp",
  "list",
  "key",
  "storage",
] as const;

const answersOf = (table: readonly (readonly number[])[]): Answers[] =>
  table
    .flatMap((line, field) =>
      line.flatMap((count, room) =>
        Array.from({ length: count }, () => [found(fields[field]), found(rooms[room])] as const),
      ),
    )
    .map(([feld, raeume], index) => ({
      feld,
      raeume,
      ...(raeume === "enough" && index % 3 > 0
        ? {}
        : { hilfe: [...new Set([found(helps[index % 11]), found(helps[(index * 5 + 3) % 11])])] }),
    }));

const begin = async (ctx: Context, closesAt: Date): Promise<SurveyRow> => {
  const id = await addSurvey(
    ctx,
    {
      title: "Räume und Treffpunkte unserer Vereine",
      words: "Die Stadt wollte wissen, wo sich Vereine treffen und was ihnen fehlt.",
      audience: "organizations",
      privacy: "anonymous",
      access: "open",
      population: 94,
      populationWords: "Vereinen laut Vereinsregister",
      closesAt,
    },
    { content },
  );
  value(await openSurvey(ctx, id, content));
  return found(await findSurvey(ctx, id));
};

const answer = (ctx: Context, survey: SurveyRow, table: readonly (readonly number[])[]) => {
  const rows = answersOf(table).map((answers) => ({ answers, language: "de" }));
  return addResponses(ctx, survey, { version: 1, how: "paper", rows });
};

/** One release from the choice of its questions to the day it is published. */
const publish = async (
  ctx: Context,
  { id }: SurveyRow,
  {
    words,
    crossings,
    origin,
  }: { readonly words: string; readonly crossings: readonly Crossing[]; readonly origin: string },
): Promise<void> => {
  const release = value(
    await addRelease(ctx, id, {
      standOn: isoDay(ctx.now),
      questions: questions.map(({ name }) => name),
      crossings,
      title: "",
      words,
      author: "Anlaufstelle Weißwasser",
    }),
  );
  value(await computeRelease(ctx, id, release));
  const { snapshot, earlier, k } = found(await beginProtection(ctx, id, release));
  const computed = protectRelease(snapshot, earlier, { highs: await loadHighs(), k });
  await finishProtection(ctx, id, release, computed, earlier.length);
  value(await publishRelease(ctx, id, release, origin));
};

const crossings: readonly Crossing[] = [{ row: "feld", column: "raeume" }];

const firstWords = `Was auffällt: Tagsüber reichen die Räume vielen. Abends und am Wochenende sind sie zu.
Das sagen vor allem Sport und Kultur. Was das für die Stadt heißt, besprechen wir in der Werkstatt.`;
const secondWords = `Zwei Monate später haben mehr Vereine geantwortet, vor allem aus der Jugendarbeit. Das Bild bleibt:
Es fehlt weniger an Räumen als an Menschen, die sie am Wochenende aufschließen.`;

/** The first survey of the clubs, eight months ago: two releases, and what was too small to be told. */
export const seed = async (story: Story): Promise<void> => {
  const { first: place } = story.places;
  const at = (days: number): Date => new Date(+story.today - days * day);
  const office: PersonActor = found(
    await story.tell(place, story.today, system, (ctx) =>
      findActorByEmail(ctx, `koordination@${place.slug}.example`),
    ),
  );
  const tell = <T>(days: number, work: (ctx: Context) => Promise<T>): Promise<T> =>
    story.tell(place, at(days), office, work);
  const origin = `https://${place.slug}.example`;
  const survey = await tell(270, (ctx) => begin(ctx, at(180)));
  await tell(250, (ctx) => answer(ctx, survey, first));
  await tell(242, (ctx) => publish(ctx, survey, { words: firstWords, crossings: [], origin }));
  await tell(200, (ctx) => answer(ctx, survey, second));
  await tell(182, (ctx) => publish(ctx, survey, { words: secondWords, crossings, origin }));
  await tell(180, (ctx) => closeSurvey(ctx, survey.id));
  story.report("surveys: what the clubs said of their rooms is published");
};
