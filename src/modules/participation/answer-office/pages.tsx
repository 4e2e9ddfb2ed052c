import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith, line, paragraph, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { giveAnswer } from "#modules/participation/answering/commands.ts";
import {
  countAnswers,
  findAnswer,
  listAnswered,
  listOwed,
} from "#modules/participation/answering/queries.ts";
import { subjectOf } from "#modules/participation/answering/views.tsx";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProposalById } from "#modules/participation/proposals/queries.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { verdicts } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import { AnswersView, AnswerView } from "./views.tsx";

const Answer = z.object({
  verdict: z.enum(verdicts),
  words: paragraph(6_000),
  answererWords: line(200),
});

const processAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, process: found(await findProcess(ctx, idIn<"process">(page))) };
};

const answerAt = async (page: Page) => {
  const { ctx, process } = await processAt(page);
  const row = found(await findAnswer(ctx, idIn<"processAnswer">(page, "answer")));
  found(row.processId === process.id ? row : undefined);
  return { ctx, process, row };
};

type Problem = { readonly form?: Filled; readonly refusal?: "gone" | "same" };

const show = async (page: Page, { form, refusal }: Problem = {}) => {
  const { ctx, process, row } = await answerAt(page);
  const start = filledWith({
    verdict: row.verdict ?? undefined,
    words: row.words,
    answererWords: row.answererWords,
  });
  return page.render(
    <AnswerView
      ctx={ctx}
      formKey={page.get("formKey")}
      process={process}
      row={row}
      proposal={row.proposalId ? await findProposalById(ctx, row.proposalId) : undefined}
      form={form ?? start}
      refusal={refusal}
      published={page.req.query("hinweis") === "published"}
    />,
    officeProps(ctx, process, subjectOf(ctx, row).slice(0, 100), refusal ? 409 : form ? 422 : 200),
  );
};

/** `/buero/beteiligung/:id/antworten`: the administration answers, what is late first. */
export const pages = routes()
  .get("/:id/antworten", async (page) => {
    const { ctx, process } = await processAt(page);
    return page.render(
      <AnswersView
        ctx={ctx}
        process={process}
        figures={await countAnswers(ctx, process.id)}
        owed={await listOwed(ctx, process.id)}
        answered={await listAnswered(ctx, process.id)}
      />,
      officeProps(ctx, process, say(ctx)("officeHeading")),
    );
  })
  .get("/:id/antworten/:answer", (page) => show(page))
  .post("/:id/antworten/:answer", async (page) => {
    const { ctx, process, row } = await answerAt(page);
    const fields = await sent(page);
    const asked = row.questionWords === "" ? fields : { ...fields, verdict: "answered" };
    const input = read(ctx, Answer, asked);
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await giveAnswer(ctx, row.id, input.value);
    if (outcome.ok) return seeOther(page, paths.officeAnswer(process.id, row.id), "published");
    if (outcome.because === "verdict")
      return show(page, { form: withError(input.form, "verdict", say(ctx)("refused_verdict")) });
    return show(page, { form: input.form, refusal: outcome.because });
  });
