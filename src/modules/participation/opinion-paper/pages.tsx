import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { addPaperVotes, type PaperSheet } from "#modules/participation/opinions/commands.ts";
import { findRound, listStatements } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { countSheets } from "./queries.ts";
import { PaperView, type Refusal } from "./views.tsx";

const roundAt = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return { ctx, round: found(await findRound(ctx, idIn<"opinionRound">(page))) };
};

type Again = { readonly form: Filled; readonly refused: Refusal };

const show = async (page: Page, again?: Again) => {
  const { ctx, round } = await roundAt(page);
  const process = found(await findProcess(ctx, round.processId));
  return page.render(
    <PaperView
      ctx={ctx}
      formKey={page.var.formKey}
      round={round}
      statements={await listStatements(ctx, round.id, "accepted")}
      sheets={await countSheets(ctx, round.id)}
      kept={!again && page.req.query("hinweis") === "gezaehlt"}
      {...again}
    />,
    officeProps(ctx, process, say(ctx)("heading"), again ? 409 : 200),
  );
};

const votes = { agree: 1, disagree: -1, pass: 0 } as const;
const isVote = (text: unknown): text is keyof typeof votes => typeof text === "string" && text in votes;

/** What was typed of a sheet: the field of a statement is called by its number. */
const sheetIn = (body: Readonly<Record<string, unknown>>): PaperSheet =>
  new Map(
    Object.entries(body).flatMap(([name, value]) => {
      const [, number] = /^a(\d{1,4})$/u.exec(name) ?? [];
      return number && isVote(value) ? [[Number(number), votes[value]] as const] : [];
    }),
  );

const keep = async (page: Page) => {
  const { ctx, round } = await roundAt(page);
  const body = await sent(page);
  const [sheet, form] = [sheetIn(body), filledWith(body)];
  if (sheet.size === 0) return show(page, { form, refused: round.state === "open" ? "empty" : "notOpen" });
  const outcome = await addPaperVotes(ctx, round.id, [sheet]);
  if (!outcome.ok) return show(page, { form, refused: outcome.because });
  return seeOther(page, paths.paperVotes(round.id), "gezaehlt");
};

/** `/buero/meinungen/:id/papier`: sheets of paper with crosses, typed in one after the other. */
export const pages = routes()
  .get("/:id/papier", (page) => show(page))
  .post("/:id/papier", keep);
