import { system } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import type { Story } from "#core/module.ts";
import { newCode } from "#core/token.ts";
import type { Answers, Questionnaire } from "#methods/questionnaire.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { blocks, fields } from "#modules/surveys/blocks/vocabulary.ts";
import { addSurvey, openSurvey } from "#modules/surveys/commands.ts";
import { findSurvey } from "#modules/surveys/queries.ts";
import { sendAnswers } from "#modules/surveys/responses/commands.ts";

const day = 86_400_000;

const content: Questionnaire = {
  title: {
    de: "Mitmachen in Weißwasser",
    en: "Taking part in Weißwasser",
    hsb: "Sobu činić w Běłej Wodźe",
  },
  languages: ["de", "en", "hsb"],
  introduction: {
    de: "Wo machen Sie mit, wo würden Sie gern, und was steht im Weg? Es dauert wenige Minuten.",
    en: "Where do you take part, where would you like to, and what is in the way? It takes a few minutes.",
  },
  pages: blocks.filter(({ key }) => key === "mitmachen" || key === "rueckmeldung").map(({ page }) => page),
};

const at = <T>(list: readonly T[], index: number): T => found(list[index % list.length]);

/** What one citizen says, the same at every start. */
const answersOf = (n: number): Answers => {
  const isEngaged = n % 5 < 2;
  const wants = at(["surely", "maybe", "maybe", "no"] as const, n * 3 + (n >> 2));
  return {
    engagiert: isEngaged ? "yes" : "no",
    ...(isEngaged ? { wo_engagiert: [at(fields, n * 5).value] } : {}),
    wuerde_gern: wants,
    ...(wants === "surely"
      ? {}
      : { hindernis: [at(["time", "unknown", "asked", "time", "health", "way"], n * 7 + (n >> 1))] }),
  };
};

/** The survey of the citizens, a week old and open to everybody. */
export const seed = async (story: Story): Promise<void> => {
  const { first: place } = story.places;
  const office = found(
    await story.tell(place, story.today, system, (ctx) =>
      findActorByEmail(ctx, "koordination@weisswasser.example"),
    ),
  );
  const id = await story.tell(place, new Date(+story.today - 7 * day), office, async (ctx) => {
    const added = await addSurvey(
      ctx,
      {
        title: "Mitmachen in Weißwasser",
        words: "Alle ab 14 Jahren sind gefragt. Ohne Namen und ohne Anmeldung.",
        audience: "people",
        privacy: "anonymous",
        access: "open",
        closesAt: new Date(+story.today + 21 * day),
      },
      { content },
    );
    const opened = await openSurvey(ctx, added, content);
    if (!opened.ok) throw new Error(`the survey stopped: ${opened.because}`);
    return added;
  });
  await story.tell(place, new Date(+story.today - day), office, async (ctx) => {
    const survey = found(await findSurvey(ctx, id));
    for (let n = 1; n <= 48; n += 1) {
      const input = { version: 1, language: n % 12 === 0 ? "en" : "de", answers: answersOf(n) };
      const sent = await sendAnswers(ctx, survey, newCode(), input);
      if (!sent.ok) throw new Error(`the survey stopped: ${sent.because}`);
    }
  });
  story.report("surveys: the citizens are asked");
};
