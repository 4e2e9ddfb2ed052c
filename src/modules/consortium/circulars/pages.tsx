import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { choices } from "#methods/resolution.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { rulesInForce } from "#modules/consortium/procedure/queries.ts";
import { listSeats } from "#modules/consortium/seats/queries.ts";
import { findOwn } from "#modules/consortium/voting/queries.ts";
import { answerCircular, CircularInput, firstDueDay, recallCircular, sendCircular } from "./commands.ts";
import { say } from "./messages.ts";
import { type Circular, findCircular, listCirculars } from "./queries.ts";
import { CircularView, ListView, NewView } from "./views.tsx";

type Refusal =
  Extract<keyof typeof say.source, `refused_${string}`> extends `refused_${infer Name}` ? Name : never;
type Problem = { readonly form?: Filled; readonly refusal?: Refusal };

const statusOf = ({ form, refusal }: Problem) => (refusal ? 409 : form ? 422 : 200);

const showNew = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const { rules } = await rulesInForce(ctx);
  return page.render(
    <NewView
      ctx={ctx}
      formKey={formKey}
      seats={await listSeats(ctx)}
      first={await firstDueDay(ctx)}
      rules={rules}
      form={problem.form}
      refusal={problem.refusal && say(ctx)(`refused_${problem.refusal}`)}
    />,
    {
      title: say(ctx)("add"),
      area: "office",
      status: statusOf(problem),
      crumbs: [
        { href: paths.register, label: common(ctx)("office") },
        { href: paths.circulars, label: say(ctx)("heading") },
      ],
    },
  );
};

const add = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, CircularInput, await sent(page));
  if (!input.ok) return showNew(page, { form: input.form });
  const outcome = await sendCircular(ctx, input.value);
  if (!outcome.ok) return showNew(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.circular(outcome.value), "neu");
};

/** `/buero/konsortium/umlaeufe`: letters that are out, and a new one. */
export const officePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(<ListView ctx={ctx} circulars={await listCirculars(ctx)} />, {
      title: say(ctx)("heading"),
      area: "office",
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    });
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", add);

// Whoever stands in for a seat has no role of its own: the seat opens the letter.
const circularIn = async (page: Page) => {
  const { ctx } = page.var;
  const seats = found(await findOwn(ctx));
  const house = { ...ctx, actor: { kind: "system" } } as const;
  return { seats, circular: found(await findCircular(house, idIn<"motion">(page))) };
};

const notices = ["neu", "stimme", "zurueck"] as const;

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const words = say(ctx);
  const notice = notices.find((one) => one === page.req.query("hinweis"));
  return page.render(
    <CircularView
      ctx={ctx}
      formKey={formKey}
      {...(await circularIn(page))}
      runs={may.run(ctx)}
      notice={notice && words(`notice_${notice}`)}
      refusal={problem.refusal && words(`refused_${problem.refusal}`)}
      form={problem.form}
    />,
    { title: words("kind"), hidden: true, status: statusOf(problem) },
  );
};

const Recall = z.object({ words: paragraph(2_000) });

const recall = async (page: Page, { motion, vote }: Circular, fields: Record<string, unknown>) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, Recall, fields);
  if (!input.ok) return show(page, { form: input.form });
  const outcome = await recallCircular(ctx, motion.id, found(vote).id, input.value.words);
  return outcome.ok
    ? seeOther(page, paths.circular(motion.id), "zurueck")
    : show(page, { refusal: outcome.because });
};

const answer = async (page: Page) => {
  const { ctx } = page.var;
  const { circular } = await circularIn(page);
  const fields = await sent(page);
  if (fields["choice"] === "recall") return recall(page, circular, fields);
  const seat = String(fields["seat"] ?? "");
  const said = fields["choice"] === "biased" ? "biased" : choices.find((one) => one === fields["choice"]);
  if (!isId<"seat">(seat) || !said) return show(page, { refusal: "marks" });
  const outcome = await answerCircular(ctx, found(circular.vote).id, seat, said);
  return outcome.ok
    ? seeOther(page, paths.circular(circular.motion.id), "stimme")
    : show(page, { refusal: outcome.because });
};

/** `/mein/konsortium/umlauf/:id`: a seat answers by letter. */
export const ownPages = routes()
  .get("/:id", (page) => show(page))
  .post("/:id", answer);
