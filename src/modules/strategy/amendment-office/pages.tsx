import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  acceptAmendment,
  DecisionInput,
  type MoveRefusal,
  publishAmendment,
  RecommendationInput,
  recommend,
  turnDown,
} from "#modules/strategy/amendments/commands.ts";
import { say as sayAmendment } from "#modules/strategy/amendments/messages.ts";
import {
  type AmendmentRow,
  collidingWith,
  findAmendment,
  listAmendments,
} from "#modules/strategy/amendments/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { type TakeOverRefusal, takeOver } from "#modules/strategy/refinements/commands.ts";
import { say as sayRefinement } from "#modules/strategy/refinements/messages.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { ListView, OneView, steps } from "./views.tsx";

const StepInput = z.object({ step: z.enum(steps) });
type Step = (typeof steps)[number];

const amendmentIn = async (page: Page): Promise<AmendmentRow> => {
  allow(may.run(page.var.ctx));
  return found(await findAmendment(page.var.ctx, idIn<"amendment">(page)));
};

const refusalOf = (ctx: Context, because: MoveRefusal | TakeOverRefusal): string =>
  because === "bundled" || because === "same"
    ? sayRefinement(ctx)(`refused_${because}`)
    : sayAmendment(ctx)(`refused_${because}`);

type Problem = {
  readonly deciding?: Filled;
  readonly recommending?: Filled;
  readonly refusal?: string;
};

const showOne = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const row = await amendmentIn(page);
  const heard = page.req.query("hinweis");
  const words = sayAmendment(ctx);
  const status = problem.refusal ? 409 : problem.deciding || problem.recommending ? 422 : 200;
  return page.render(
    <OneView
      ctx={ctx}
      formKey={formKey}
      row={row}
      collisions={await collidingWith(ctx, row)}
      notice={steps.find((step) => step === heard)}
      {...problem}
    />,
    officeProps(ctx, words("number", row), status, [
      { href: paths.officeAmendments, label: words("heading") },
    ]),
  );
};

/** Takes one step with what was typed: an outcome, or the form with what is wrong. */
const take = async (
  page: Page,
  { id, amendsId }: AmendmentRow,
  step: Step,
  fields: Readonly<Record<string, unknown>>,
) => {
  const { ctx } = page.var;
  if (step === "publish") return publishAmendment(ctx, id);
  if (step === "recommend") {
    const input = read(ctx, RecommendationInput, fields);
    return input.ok ? recommend(ctx, id, input.value) : { recommending: input.form };
  }
  const input = read(ctx, DecisionInput, fields);
  if (!input.ok) return { deciding: input.form };
  const { words } = input.value;
  if (step !== "accept") return turnDown(ctx, id, step, words);
  return amendsId === null ? acceptAmendment(ctx, id, words) : takeOver(ctx, id, words);
};

/** `/buero/strategie/aenderungen`: amendments are read, weighed and decided. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <ListView ctx={ctx} rows={await listAmendments(ctx, { of: "anything" })} />,
      officeProps(ctx, sayAmendment(ctx)("heading")),
    );
  })
  .get("/:id", (page) => showOne(page))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const row = await amendmentIn(page);
    const fields = await sent(page);
    const step = read(ctx, StepInput, fields);
    if (!step.ok) return showOne(page, { deciding: step.form });
    const outcome = await take(page, row, step.value.step, fields);
    if (!("ok" in outcome)) return showOne(page, outcome);
    if (outcome.ok) return seeOther(page, paths.officeAmendment(row.id), step.value.step);
    const kept = step.value.step === "recommend" ? { recommending: step.form } : { deciding: step.form };
    return showOne(page, { ...kept, refusal: refusalOf(ctx, outcome.because) });
  });
