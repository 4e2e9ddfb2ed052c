import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { newCode } from "#core/token.ts";
import type { Answers, Page, Questionnaire } from "#methods/questionnaire.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { blocks } from "#modules/surveys/blocks/vocabulary.ts";
import { makeCodes } from "#modules/surveys/codes/commands.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { inviteOrganizations } from "#modules/surveys/invitations/commands.ts";
import { findSurvey, type SurveyRow } from "#modules/surveys/queries.ts";
import { addResponses, sendAnswers } from "#modules/surveys/responses/commands.ts";

const day = 86_400_000;

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the survey stopped: ${outcome.because}`);
  return outcome.value;
};

const pagesOf = (keys: readonly string[]): Page[] =>
  keys.map((key) => found(blocks.find((block) => block.key === key)).page);

const content: Questionnaire = {
  title: { de: "Wie geht es unseren Vereinen?", en: "How are our clubs doing?" },
  languages: ["de", "en"],
  introduction: {
    de: "Wir wollen wissen, wo der Schuh drückt: damit die Stadt dort hilft, wo es nötig ist.",
    en: "We want to know where help is needed, so that the town can help there.",
  },
  thanks: { de: "Danke! Die Ergebnisse stehen ab Januar hier.", en: "Thank you! Results from January on." },
  pages: pagesOf(["verein", "engagierte", "zusammenarbeit", "nachfolge", "rueckmeldung"]),
};

/** The same choices at every start: a small generator instead of chance. */
const dice = (seed: number) => {
  let state = seed;
  return <T>(of: readonly [T, ...T[]]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return of[Math.floor((state / 2_147_483_648) * of.length)] ?? of[0];
  };
};

const wishes = [
  "Eine Halle, die auch am Wochenende offen ist.",
  "Weniger Formulare für ein Straßenfest.",
  "Ein Treffen aller Vereine im Jahr.",
  "Jemand, der uns bei Förderanträgen hilft.",
] as const;

/** What one club says; a few leave things out. */
const answersOf = (seed: number): Answers => {
  const one = dice(seed * 7_919 + 3);
  const missing = one(["badly", "some", "some", "no"]);
  const members = one([12, 24, 35, 48, 60, 85, 120, 240]);
  return {
    sektor: one(["civil", "civil", "civil", "civil", "public", "business"]),
    feld: [...new Set([one(["sport", "culture", "social", "rescue"]), one(["leisure", "school", "social"])])],
    mitglieder: members,
    gegruendet: one([1892, 1921, 1953, 1990, 1991, 1998, 2007, 2015]),
    engagierte_zahl: Math.round(members / one([2, 3, 4, 6])),
    fehlen: missing,
    ...(missing === "no"
      ? {}
      : { wofuer: [...new Set([one(["board", "regular", "events"]), one(["youth", "digital", "board"])])] }),
    sorgen: {
      nachwuchs: one(["much", "much", "some", "not"]),
      geld: one(["much", "some", "some", "not"]),
      raeume: one(["much", "some", "not", "not"]),
      buerokratie: one(["much", "much", "some", "not"]),
    },
    aemter: one([["chair"], ["treasurer"], ["chair", "treasurer"], ["secretary"], ["none"]]),
    nachfolge_in_sicht: one(["yes", "partly", "no", "no"]),
    ...(seed % 5 === 0 ? { wunsch: one(wishes) } : {}),
  };
};

const actorOf = (story: Story, place: Place, email: string): Promise<PersonActor | undefined> =>
  story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));

const begin = async (ctx: Context, today: Date) => {
  const id = await addSurvey(
    ctx,
    {
      title: "Wie geht es unseren Vereinen?",
      words: "Die Stadt fragt alle Vereine, Einrichtungen und Betriebe, die sich engagieren.",
      audience: "organizations",
      privacy: "anonymous",
      access: "both",
      asksContact: true,
      population: 94,
      populationWords: "Vereinen laut Vereinsregister, 1. September 2026",
      closesAt: new Date(+today + 14 * day),
    },
    { content },
  );
  value(await openSurvey(ctx, id, content));
  value(
    await inviteOrganizations(ctx, id, {
      sectors: ["civil", "public", "business"],
      fields: [],
      confirmedOnly: false,
    }),
  );
  await ctx.db
    .updateTable("surveyInvitations")
    .set({ invitedOn: isoDay(ctx.now) })
    .where("surveyId", "=", id)
    .execute();
  return id;
};

/** Web answers with the codes of some who were invited, paper and phone as they were typed in. */
const answer = async (ctx: Context, survey: SurveyRow) => {
  const invited = await ctx.db
    .selectFrom("surveyInvitations")
    .select("id")
    .where("surveyId", "=", survey.id)
    .orderBy("name")
    .limit(30)
    .execute();
  const codes = await makeCodes(
    ctx,
    survey.id,
    invited.map(({ id }) => id),
  );
  const keys = [...codes.values()];
  for (let index = 0; index < 36; index += 1) {
    const answers = answersOf(index + 1);
    value(await sendAnswers(ctx, survey, keys[index] ?? newCode(), { version: 1, language: "de", answers }));
  }
  const rows = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ answers: answersOf(from + index), language: "de" }));
  await addResponses(ctx, survey, { version: 1, how: "paper", rows: rows(100, 118) });
  await addResponses(ctx, survey, { version: 1, how: "phone", rows: rows(200, 207) });
};

/** The survey of the clubs, three weeks old: answers by web, paper and phone; and the draft of one club. */
export const seed = async (story: Story): Promise<void> => {
  const { first: place } = story.places;
  const at = (days: number): Date => new Date(+story.today + days * day);
  const office = found(await actorOf(story, place, "koordination@weisswasser.example"));
  const id = await story.tell(place, at(-21), office, (ctx) => begin(ctx, story.today));
  await story.tell(place, at(-4), office, async (ctx) => answer(ctx, found(await findSurvey(ctx, id))));
  const club = found(await actorOf(story, place, "verein@weisswasser.example"));
  await story.tell(place, at(-2), club, async (ctx) => {
    const home = found((await organizationsOf(ctx, club.id))[0]);
    const title = "Was wünschen sich unsere Mitglieder?";
    const draft: Questionnaire = {
      title: { de: title },
      languages: ["de"],
      pages: pagesOf(["rueckmeldung"]),
    };
    await addSurvey(ctx, { title, audience: "people" }, { organizationId: home.id, content: draft });
  });
  story.report("surveys: the clubs of the town are asked");
};
