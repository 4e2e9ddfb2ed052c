import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { asked, ownPath, type Page, routes, seeOther, sent } from "#core/web.ts";
import { partsIn } from "#methods/week-parts.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { shown } from "#modules/opportunities/weights/queries.ts";
import { saveWishes } from "#modules/opportunities/wishes/commands.ts";
import { profileOf, wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { dismissOffer, restoreOffer } from "./commands.ts";
import { say } from "./messages.ts";
import { type Answers, questionPaths, readAnswers } from "./paths.ts";
import { dismissedBy, listDismissed, profileFrom, suggestFor, timesIn } from "./queries.ts";
import { MinePage, ResultPage } from "./views.tsx";

const shownToMe = 6;
const mostToMe = 24;

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
    const result = await suggestFor(ctx, profileFrom(ctx, answers), shown, await dismissedBy(ctx));
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

const notices = { abgelehnt: "dismissedNotice", zurueck: "restoredNotice" } as const;

const offerIn = (body: Readonly<Record<string, unknown>>) => {
  const id = String(body["angebot"] ?? "");
  return found(isId<"opportunity">(id) ? id : undefined);
};

const drawMine = async (page: Page) => {
  const ctx = page.get("ctx");
  const { id } = signedIn(ctx.actor);
  const known = (await wishesOf(ctx, id)) !== undefined;
  const dismissed = await listDismissed(ctx, id);
  const all = page.req.query("mehr") === "ja";
  const except = dismissed.map((one) => one.id);
  const result = await suggestFor(ctx, await profileOf(ctx, id), all ? mostToMe : shownToMe + 1, except);
  const suggestions = all ? result.suggestions : result.suggestions.slice(0, shownToMe);
  const notice = page.req.query("hinweis");
  return page.render(
    <MinePage
      ctx={ctx}
      result={{ ...result, suggestions }}
      more={suggestions.length < result.suggestions.length}
      known={known}
      dismissed={dismissed}
      formKey={page.get("formKey")}
      notice={notice === "abgelehnt" || notice === "zurueck" ? notices[notice] : undefined}
    />,
    {
      title: say(ctx)("mineMenu"),
      crumbs: [{ href: "/mein", label: say(ctx)("mine") }],
      hidden: true,
    },
  );
};

/** /mein/vorschlaege */
export const minePages = routes()
  .get("/", (page) => drawMine(page))
  .post("/nein", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const body = await sent(page);
    await dismissOffer(ctx, offerIn(body));
    const back = ownPath(String(body["zurueck"] ?? ""), paths.mySuggestions);
    const here = back === paths.mySuggestions || back.startsWith(paths.suggestions);
    return seeOther(page, here ? back : paths.mySuggestions, "abgelehnt");
  })
  .post("/doch", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    await restoreOffer(ctx, offerIn(await sent(page)));
    return seeOther(page, paths.mySuggestions, "zurueck");
  });
