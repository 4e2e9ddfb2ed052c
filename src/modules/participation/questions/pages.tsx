import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Filled, paragraph, read, tick, whole } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import {
  countAnswers,
  findAnswer,
  listAnsweredInTown,
  listOwedInTown,
  listQuestions,
} from "#modules/participation/answering/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { listProposals } from "#modules/participation/proposals/queries.ts";
import { findPublicProcess, homeOf } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { askQuestion, type QuestionRefusal, withdrawQuestion } from "./commands.ts";
import { say } from "./messages.ts";
import { QuestionsView, TownView } from "./views.tsx";

const Question = z.object({
  question: paragraph(2_000),
  vorschlag: whole(1, 1_000_000).optional(),
  named: tick,
});

const processAt = async (page: Page) => found(await findPublicProcess(page.get("ctx"), slugIn(page)));

type Problem = { readonly form?: Filled; readonly refusal?: QuestionRefusal | "answered" };

const show = async (page: Page, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  const process = await processAt(page);
  const heard = page.req.query("hinweis");
  return page.render(
    <QuestionsView
      ctx={ctx}
      formKey={page.get("formKey")}
      process={process}
      questions={await listQuestions(ctx, process.id)}
      proposals={await listProposals(ctx, process.id, { sort: "number", limit: 300 })}
      mayAsk={process.state === "published" && may.write(ctx, process, await homeOf(ctx))}
      about={page.req.query("vorschlag")}
      notice={heard === "asked" || heard === "withdrawn" ? heard : undefined}
      form={form}
      refusal={refusal}
    />,
    processProps(ctx, process, say(ctx)("questionsHeading"), refusal ? 409 : form ? 422 : 200),
  );
};

/** `/beteiligung/:slug/fragen` and `/beteiligung/antworten`: what the administration is asked, and what it owes. */
export const pages = routes()
  .get("/antworten", async (page) => {
    const ctx = page.get("ctx");
    return page.render(
      <TownView
        ctx={ctx}
        figures={await countAnswers(ctx)}
        owed={await listOwedInTown(ctx)}
        answered={await listAnsweredInTown(ctx)}
      />,
      {
        title: say(ctx)("townHeading"),
        crumbs: [{ href: paths.listing, label: common(ctx)("participation") }],
      },
    );
  })
  .get("/:slug/fragen", (page) => show(page))
  .post("/:slug/fragen", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const process = await processAt(page);
    const input = read(ctx, Question, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const { question, vorschlag, named } = input.value;
    const all = vorschlag ? await listProposals(ctx, process.id, { sort: "number", limit: 300 }) : [];
    const proposalId = all.find(({ number }) => number === vorschlag)?.id ?? null;
    const outcome = await askQuestion(ctx, process, { words: question, proposalId, named });
    if (!outcome.ok) return show(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.questions(process.slug), "asked");
  })
  .post("/:slug/fragen/:answer/ruecknahme", async (page) => {
    const ctx = page.get("ctx");
    signedIn(ctx.actor);
    const process = await processAt(page);
    const row = found(await findAnswer(ctx, idIn<"processAnswer">(page, "answer")));
    found(row.processId === process.id && row.own ? row : undefined);
    const outcome = await withdrawQuestion(ctx, row.id);
    if (!outcome.ok) return show(page, { refusal: outcome.because });
    return seeOther(page, paths.questions(process.slug), "withdrawn");
  });
