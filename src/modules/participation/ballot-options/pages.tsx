import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say } from "#modules/participation/ballot-drafting/messages.ts";
import { optionsFrom } from "#modules/participation/ballot-drafting/queries.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { drawLots, isOwn, setOptions } from "#modules/participation/ballots/commands.ts";
import { findBallot, listOptions, ruleOf } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { OptionsView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

type Problem = "tooMany" | "double" | "frozen";

const drawOptions = async (page: Page, problem?: Problem, form?: Filled) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  return page.render(
    <OptionsView
      ctx={ctx}
      formKey={page.get("formKey")}
      ballot={ballot}
      options={await listOptions(ctx, ballot.id)}
      notice={page.req.query("hinweis")}
      problem={problem && words(`options_${problem}`)}
      form={form}
    />,
    ballotProps(ctx, ballot, words("optionsHeading"), problem ? 409 : form ? 422 : 200),
  );
};

const keepOptions = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const rule = ruleOf(ballot);
  const rows = (await listOptions(ctx, ballot.id)).filter(({ key }) => !isOwn(rule, key));
  const outcome = await setOptions(ctx, ballot.id, optionsFrom(await sent(page), rows));
  if (!outcome.ok) return drawOptions(page, outcome.because);
  return seeOther(page, paths.ballotOptions(ballot.id), "auswahl");
};

const Lots = z.object({ lots: line(1_000) });

const draw = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const input = read(ctx, Lots, await sent(page));
  if (!input.ok) return drawOptions(page, undefined, input.form);
  const outcome = await drawLots(ctx, ballot.id, input.value.lots);
  if (!outcome.ok) return drawOptions(page, outcome.because);
  return seeOther(page, paths.ballotOptions(ballot.id), "los");
};

/** `/buero/abstimmungen/:id/auswahl`: what one can choose, and the draw of the list numbers. */
export const pages = routes()
  .get("/:id/auswahl", (page) => drawOptions(page))
  .post("/:id/auswahl", keepOptions)
  .post("/:id/auswahl/los", draw);
