import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Filled, filledWith, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { cancelJoining } from "#modules/participation/joinings/commands.ts";
import { say as joining } from "#modules/participation/joinings/messages.ts";
import { findJoining, type JoiningRow } from "#modules/participation/joinings/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import type { Process } from "#modules/participation/schema.ts";
import { processProps } from "#modules/participation/views.tsx";
import { answerJoining, askForJoining, type ConsentRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import { readJoining } from "./queries.ts";
import { JoiningView, NewJoiningView } from "./views.tsx";

const Answer = z.object({
  antwort: z.enum(["yes", "no"]),
  worte: paragraph(1_000)
    .optional()
    .transform((value) => value ?? ""),
});

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  return { ctx, process, formKey: page.get("formKey") };
};

const kindIn = (value: unknown): "merge" | "split" => (value === "split" ? "split" : "merge");

type Came = { readonly form: Filled; readonly kind: "merge" | "split"; readonly refusal?: string };

const showNew = async (page: Page, came?: Came) => {
  const base = await baseOf(page);
  const { ctx, process } = base;
  signedIn(ctx.actor);
  const kind = came?.kind ?? kindIn(page.req.query("art"));
  const form = came?.form ?? filledWith({ nummern: page.req.query("vorschlag") });
  return page.render(
    <NewJoiningView
      {...base}
      kind={kind}
      action={paths.newJoining(process.slug)}
      form={form}
      refusal={came?.refusal}
    />,
    processProps(ctx, process, say(ctx)("newMerge"), came?.refusal ? 409 : came ? 422 : 200),
  );
};

const oneIn = async (page: Page) => {
  const base = await baseOf(page);
  signedIn(base.ctx.actor);
  const row = found(await findJoining(base.ctx, idIn<"proposalJoining">(page, "joining")));
  found(row.processId === base.process.id ? row : undefined);
  return { ...base, row };
};

type Problem = { readonly form?: Filled; readonly refusal?: ConsentRefusal };
const notices = ["saved", "proposed"] as const;

const showOne = async (page: Page, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  const row = await findJoining(ctx, idIn<"proposalJoining">(page, "joining"));
  // Whoever comes from a letter signs in first.
  if (!row) signedIn(ctx.actor);
  found(row?.processId === process.id ? row : undefined);
  return render(page, found(row), process, problem);
};

const render = (page: Page, row: JoiningRow, process: Process, { form, refusal }: Problem) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const heard = notices.find((name) => name === page.req.query("hinweis"));
  const fits = heard !== "proposed" || row.state === "asked";
  return page.render(
    <JoiningView
      ctx={ctx}
      process={process}
      formKey={page.get("formKey")}
      row={row}
      form={form}
      refusal={refusal && words(`refused_${refusal}`)}
      notice={heard && fits ? words(heard) : undefined}
    />,
    processProps(ctx, process, joining(ctx)(row.kind), refusal ? 409 : form ? 422 : 200),
  );
};

/** `/beteiligung/:slug/zusammenlegungen`: authors propose a joining, and say yes or no to one. */
export const pages = routes()
  .get("/:slug/zusammenlegungen/neu", (page) => showNew(page))
  .post("/:slug/zusammenlegungen/neu", async (page) => {
    const { ctx, process } = await baseOf(page);
    signedIn(ctx.actor);
    const body = await sent(page);
    const kind = kindIn(body["art"]);
    const reading = await readJoining(ctx, process.id, body);
    if (!reading.ok) return showNew(page, { form: reading.form, kind });
    const outcome = await askForJoining(ctx, process, reading.value);
    if (outcome.ok) return seeOther(page, paths.joining(process.slug, outcome.value), "proposed");
    const refusal = joining(ctx)(`refused_${outcome.because}`);
    return showNew(page, { form: reading.form, kind, refusal });
  })
  .get("/:slug/zusammenlegungen/:joining", (page) => showOne(page))
  .post("/:slug/zusammenlegungen/:joining", async (page) => {
    const { ctx, process, row } = await oneIn(page);
    found(row.own === null ? undefined : row);
    const input = read(ctx, Answer, await sent(page));
    if (!input.ok) return showOne(page, { form: input.form });
    const { antwort: answer, worte: words } = input.value;
    const outcome = await answerJoining(ctx, row.id, { answer, words });
    if (!outcome.ok) return showOne(page, { refusal: outcome.because });
    return seeOther(page, paths.joining(process.slug, row.id), "saved");
  })
  .post("/:slug/zusammenlegungen/:joining/ruecknahme", async (page) => {
    const { ctx, process, row } = await oneIn(page);
    found(row.mine ? row : undefined);
    const outcome = await cancelJoining(ctx, row.id);
    if (!outcome.ok) return showOne(page, { refusal: outcome.because });
    return seeOther(page, paths.joining(process.slug, row.id));
  });
