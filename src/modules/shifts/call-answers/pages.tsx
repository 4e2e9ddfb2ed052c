import * as z from "zod";
import { found } from "#core/errors.ts";
import { read } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { acceptCall, declineCall } from "./commands.ts";
import { say } from "./messages.ts";
import { findAsked, standingOf } from "./queries.ts";
import { AskedPage } from "./views.tsx";

const Answer = z.object({ answer: z.enum(["yes", "no", "never"]) });

const tokenIn = (page: Page): string => page.req.param("token") ?? "";

const show = async (page: Page, status: 200 | 409 | 422 = 200, refusal?: string) => {
  const ctx = page.get("ctx");
  const asked = found(await findAsked(ctx, tokenIn(page)));
  return page.render(
    <AskedPage
      ctx={ctx}
      formKey={page.get("formKey")}
      token={tokenIn(page)}
      asked={asked}
      standing={standingOf(ctx, asked)}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("askHeading"), hidden: true, status },
  );
};

const refusals = {
  over: "state_over",
  canceled: "state_canceled",
  filled: "state_filled",
  full: "answer_full",
  overlap: "answer_overlap",
} as const;

/** `/schicht/hilfe/:token`: yes or no, without signing in. */
export const pages = routes()
  .get("/:token", (page) => show(page))
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const words = say(ctx);
    const token = tokenIn(page);
    found(await findAsked(ctx, token));
    const input = read(ctx, Answer, await sent(page));
    if (!input.ok) return show(page, 422);
    const { answer } = input.value;
    if (answer !== "yes") {
      const outcome = await declineCall(ctx, token, answer === "never");
      if (!outcome.ok) return show(page, 409, words("state_yes"));
      return seeOther(page, paths.callAnswer(token), answer === "never" ? "nie" : undefined);
    }
    const outcome = await acceptCall(ctx, token);
    if (outcome.ok) return seeOther(page, paths.callAnswer(token));
    if (outcome.because === "unfit") {
      return show(page, 409, words("answer_unfit", { phone: ctx.place.officePhone }));
    }
    return show(page, 409, words(refusals[outcome.because]));
  });
