import { found, NotFound } from "#core/errors.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import { answerQuestion } from "./commands.ts";
import { say } from "./messages.ts";
import { findQuestion } from "./queries.ts";
import { QuestionPage } from "./views.tsx";

const tokenIn = (page: Page): string => {
  const token = page.req.param("token") ?? "";
  if (!/^[\w-]{43}$/u.test(token)) throw new NotFound();
  return token;
};

const notices = { behalten: "kept", beendet: "ended" } as const;

const draw = async (page: Page, refusal?: "answered" | "expired" | "refused") => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const question = found(await findQuestion(ctx, token));
  const done = page.req.query("hinweis");
  const notice = refusal ?? (done === "behalten" || done === "beendet" ? notices[done] : undefined);
  return page.render(
    <QuestionPage
      ctx={ctx}
      token={token}
      question={question}
      formKey={page.get("formKey")}
      notice={notice}
    />,
    {
      title: say(ctx)("heading"),
      hidden: true,
      ...(refusal ? { status: 409 as const } : {}),
    },
  );
};

/** /bestaetigen/:token – a look never answers; a button does. */
export const pages = routes()
  .get("/:token", (page) => draw(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = tokenIn(page);
    const body = await sent(page);
    const answer = (["keep", "edit", "end"] as const).find((one) => one === body["answer"]);
    if (!answer) return draw(page);
    const outcome = await answerQuestion(ctx, token, answer);
    if (!outcome.ok) return draw(page, outcome.because === "notPublished" ? "refused" : outcome.because);
    if (answer === "edit") return seeOther(page, manage.mine.change(outcome.value));
    return seeOther(page, paths.confirm(token), answer === "keep" ? "behalten" : "beendet");
  });
