import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { blank, type Filled, filledWith, line, paragraph, read, tick, withError } from "#core/input.ts";
import type { Outcome } from "#core/outcome.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { addRound, closeRound, openRound } from "#modules/participation/opinions/commands.ts";
import { findRound, listRounds, listStatements } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import {
  addStatements,
  longestStatement,
  moderateStatement,
  translateStatement,
} from "#modules/participation/statements/commands.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { moderationReasons } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { type Refusal, RoundsView, RoundView, StatementView } from "./views.tsx";

type Status = 200 | 409 | 422;

const declining = moderationReasons.filter((reason) => reason !== "restored");
const wordsOr = (max: number) =>
  paragraph(max)
    .optional()
    .transform((text) => text ?? "");

const RoundForm = z.object({
  title: line(200),
  question: paragraph(1_000),
  words: wordsOr(4_000),
  takesStatements: tick,
});
const TextsForm = z.object({
  texts: paragraph(20_000),
  source: z.enum(["office", "survey", "workshop"]),
  sourceWords: wordsOr(300),
});
const DeclineForm = z.object({ reason: z.enum(declining), words: line(1_000) });
const WordsForm = z.object({ hsb: wordsOr(200), en: wordsOr(200), "de-x-easy": wordsOr(200) });
const StateForm = z.object({ to: z.enum(["open", "closed"]) });

const showRounds = async (
  page: Page,
  form: Filled = filledWith({ takesStatements: "on" }),
  status: Status = 200,
) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  const rounds = await listRounds(ctx, process.id);
  return page.render(
    <RoundsView ctx={ctx} formKey={formKey} form={form} process={process} rounds={rounds} />,
    officeProps(ctx, process, say(ctx)("heading"), status),
  );
};

const baseOf = async (page: Page) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const round = found(await findRound(ctx, idIn<"opinionRound">(page)));
  return { ctx, formKey, round, process: found(await findProcess(ctx, round.processId)) };
};

type Again = { readonly form?: Filled; readonly refused?: Refusal };

const showRound = async (page: Page, status: Status = 200, { form = blank, refused }: Again = {}) => {
  const { ctx, formKey, round, process } = await baseOf(page);
  const statements = await listStatements(ctx, round.id);
  return page.render(
    <RoundView
      ctx={ctx}
      formKey={formKey}
      form={form}
      round={round}
      statements={statements}
      refused={refused}
    />,
    officeProps(ctx, process, round.title, status),
  );
};

const showStatement = async (page: Page, status: Status = 200, { form = blank, refused }: Again = {}) => {
  const { ctx, formKey, round, process } = await baseOf(page);
  const id = idIn<"statement">(page, "statement");
  const statement = found((await listStatements(ctx, round.id)).find((one) => one.id === id));
  return page.render(
    <StatementView
      ctx={ctx}
      formKey={formKey}
      form={form}
      round={round}
      statement={statement}
      refused={refused}
    />,
    officeProps(ctx, process, say(ctx)("statement", { n: statement.number }), status),
  );
};

const write = async (page: Page) => {
  const { ctx, round } = await baseOf(page);
  const input = read(ctx, TextsForm, await sent(page));
  if (!input.ok) return showRound(page, 422, { form: input.form });
  const { texts, source, sourceWords } = input.value;
  const lines = texts
    .split(/\r?\n/u)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const long = lines.findIndex((text) => text.length > longestStatement);
  if (long >= 0)
    return showRound(page, 422, {
      form: withError(input.form, "texts", say(ctx)("tooLong", { n: long + 1 })),
    });
  const outcome = await addStatements(
    ctx,
    round.id,
    lines.map((text) => ({ text, source, sourceWords })),
  );
  if (!outcome.ok) return showRound(page, 409, { form: input.form, refused: outcome.because });
  return seeOther(page, paths.officeRound(round.id), "gespeichert");
};

const change = async (page: Page) => {
  const { ctx, round } = await baseOf(page);
  const input = read(ctx, StateForm, await sent(page));
  if (!input.ok) return showRound(page, 422);
  const outcome: Outcome<null, Refusal> =
    input.value.to === "open" ? await openRound(ctx, round.id) : await closeRound(ctx, round.id);
  if (!outcome.ok) return showRound(page, 409, { refused: outcome.because });
  return seeOther(page, paths.officeRound(round.id), "gespeichert");
};

const decide = async (page: Page, takes: boolean) => {
  const { ctx, round } = await baseOf(page);
  const id = idIn<"statement">(page, "statement");
  const input = takes ? undefined : read(ctx, DeclineForm, await sent(page));
  if (input && !input.ok) return showStatement(page, 422, { form: input.form });
  const outcome = await moderateStatement(ctx, round.id, id, input?.value);
  if (!outcome.ok) return showStatement(page, 409, { refused: outcome.because });
  return seeOther(page, paths.officeRound(round.id), "gespeichert");
};

const translate = async (page: Page) => {
  const { ctx, round } = await baseOf(page);
  const id = idIn<"statement">(page, "statement");
  const input = read(ctx, WordsForm, await sent(page));
  if (!input.ok) return showStatement(page, 422);
  const given = Object.fromEntries(Object.entries(input.value).filter(([, text]) => text !== ""));
  await translateStatement(ctx, round.id, id, given);
  return seeOther(page, paths.officeStatement(round.id, id), "gespeichert");
};

/** `/buero/beteiligung/:id/meinungen`: the rounds of a process. */
export const listing = routes()
  .get("/:id/meinungen", (page) => showRounds(page))
  .post("/:id/meinungen", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const process = found(await findProcess(ctx, idIn<"process">(page)));
    const input = read(ctx, RoundForm, await sent(page));
    if (!input.ok) return showRounds(page, input.form, 422);
    const { id } = await addRound(ctx, process.id, input.value);
    return seeOther(page, paths.officeRound(id), "gespeichert");
  });

/** `/buero/meinungen/:id`: one round, its statements, its state. */
export const pages = routes()
  .get("/:id", (page) => showRound(page))
  .post("/:id/aussagen", write)
  .post("/:id/stand", change)
  .get("/:id/aussagen/:statement", (page) => showStatement(page))
  .post("/:id/aussagen/:statement", translate)
  .post("/:id/aussagen/:statement/aufnahme", (page) => decide(page, true))
  .post("/:id/aussagen/:statement/ablehnung", (page) => decide(page, false));
