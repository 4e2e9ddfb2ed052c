import { asked, routes } from "#core/web.ts";
import { say } from "#modules/opportunities/suggestions/messages.ts";
import { readAnswers, steps } from "#modules/opportunities/suggestions/paths.ts";
import { QuestionPage } from "./views.tsx";

/** "Ich möchte helfen, weiß aber nicht wo": six questions, one a page. */
export const pages = routes().get("/", (page) => {
  const ctx = page.get("ctx");
  const step = Math.min(steps.length, Math.max(1, Math.trunc(Number(page.req.query("schritt"))) || 1));
  return page.render(<QuestionPage ctx={ctx} answers={readAnswers(asked(page))} step={step} />, {
    title: `${say(ctx)("heading")} (${say(ctx)("progress", { n: step, all: steps.length })})`,
    description: say(ctx)("lead"),
    hidden: step > 1,
  });
});
