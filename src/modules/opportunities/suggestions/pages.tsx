import { signedIn } from "#core/actor.ts";
import { asked, routes, seeOther, sent } from "#core/web.ts";
import { partsIn } from "#methods/week-parts.ts";
import { saveWishes } from "#modules/opportunities/wishes/commands.ts";
import { say } from "./messages.ts";
import { type Answers, questionPaths, readAnswers } from "./paths.ts";
import { profileFrom, suggestFor, timesIn } from "./queries.ts";
import { ResultPage } from "./views.tsx";

const shown = 8;

const wishesFrom = (answers: Answers) => ({
  fields: [...answers.feld],
  targetGroups: [...answers.fuer],
  skills: [...answers.gern],
  rhythms: [...answers.rhythmus],
  times: partsIn(timesIn(answers)),
  postcode: answers.plz || null,
  radiusKm: Number(answers.umkreis) || null,
  accessibility: [...answers.braucht],
  company: answers.mit || null,
  languages: [...answers.sprachen],
  notThese: [...answers.nicht],
  words: "",
});

const fromText = (text: string): Answers => {
  const query = new URLSearchParams(text);
  return readAnswers(
    Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
  );
};

/** The answer to the six questions, and the way to keep it. */
export const pages = routes()
  .get("/vorschlaege", async (page) => {
    const ctx = page.get("ctx");
    const answers = readAnswers(asked(page));
    const result = await suggestFor(ctx, profileFrom(ctx, answers), shown);
    return page.render(
      <ResultPage ctx={ctx} answers={answers} result={result} formKey={page.get("formKey")} />,
      {
        title: say(ctx)("resultHeading"),
        crumbs: [{ href: questionPaths.step(1, answers), label: say(ctx)("menu") }],
        hidden: true,
      },
    );
  })
  .post("/merken", async (page) => {
    const ctx = page.get("ctx");
    const { id } = signedIn(ctx.actor);
    const body = await sent(page);
    await saveWishes(ctx, id, wishesFrom(fromText(String(body["antworten"] ?? ""))));
    return seeOther(page, questionPaths.wishes, "gespeichert");
  });
