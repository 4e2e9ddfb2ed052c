import { stringify } from "csv-stringify/sync";
import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { paths } from "#modules/participation/paths.ts";
import { findPublicProcess } from "#modules/participation/queries.ts";
import { processProps } from "#modules/participation/views.tsx";
import { moderationReasonName } from "#modules/participation/vocabulary.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { objectTo, report } from "./commands.ts";
import { say } from "./messages.ts";
import { authorsOf, findModeration, findSubject, isSubjectKind, listLog } from "./queries.ts";
import { LogView, RedressView, ReportView, redressWords } from "./views.tsx";

const Words = z.object({ words: paragraph(1_000) });
const Objection = z.object({ words: paragraph(2_000) });

/** So many things one network may point out in an hour. */
const limit = { tries: 10, minutes: 60 };

const publicIn = async (page: Page) => {
  const ctx = page.get("ctx");
  const process = found(await findPublicProcess(ctx, slugIn(page)));
  return { ctx, process, formKey: page.get("formKey") };
};

const subjectIn = async (
  page: Page,
  { ctx, process }: Pick<Awaited<ReturnType<typeof publicIn>>, "ctx" | "process">,
) => {
  const kind = page.req.param("kind") ?? "";
  const id = page.req.param("subject") ?? "";
  return found(isSubjectKind(kind) && isId(id) ? await findSubject(ctx, process.id, kind, id) : undefined);
};

const csv = async (page: Page): Promise<Response> => {
  const { ctx, process } = await publicIn(page);
  const words = say(ctx);
  const rows = (await listLog(ctx, process.id)).map((row) => [
    isoDay(row.madeAt),
    words(`kind_${row.subjectKind}`),
    words(`action_${row.action}`),
    moderationReasonName(ctx, row.reason),
    row.words,
    redressWords(ctx, row),
  ]);
  const head = [
    words("when"),
    words("what"),
    words("action"),
    words("reason"),
    words("why"),
    words("redress"),
  ];
  const text = stringify([head, ...rows], { delimiter: ";", bom: true, escape_formulas: true });
  return page.body(text, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="moderation.csv"',
  });
};

const showReport = async (page: Page, form?: Filled) => {
  const base = await publicIn(page);
  const subject = await subjectIn(page, base);
  found(subject.state === "published" ? subject : undefined);
  return page.render(
    <ReportView {...base} subject={subject} form={form} sent={page.req.query("hinweis") === "gemeldet"} />,
    processProps(base.ctx, base.process, say(base.ctx)("reportHeading"), form ? 422 : 200),
  );
};

const sendReport = async (page: Page) => {
  const base = await publicIn(page);
  const { ctx, process } = base;
  const subject = await subjectIn(page, base);
  found(subject.state === "published" ? subject : undefined);
  await countTry(ctx, `moderation ${page.get("network")}`, limit);
  const input = read(ctx, Words, await sent(page));
  if (!input.ok) return showReport(page, input.form);
  await report(ctx, process.id, subject, input.value.words);
  return seeOther(page, paths.report(process.slug, subject.kind, subject.id), "gemeldet");
};

// What was hidden is there for its author only.
const moderationIn = async (page: Page, base: Awaited<ReturnType<typeof publicIn>>) => {
  const { ctx, process } = base;
  const moderation = found(await findModeration(ctx, process.id, idIn<"moderation">(page, "moderation")));
  const { subjectKind, subjectId } = moderation;
  const subject =
    subjectKind === "statement" ? undefined : await findSubject(ctx, process.id, subjectKind, subjectId);
  return { moderation, subject };
};

const showRedress = async (page: Page, form?: Filled) => {
  const base = await publicIn(page);
  const { ctx, process } = base;
  const me = signedIn(ctx.actor).id;
  const about = await moderationIn(page, base);
  const authors = await authorsOf(ctx, about.moderation);
  found(authors.find((author) => author === me));
  return page.render(
    <RedressView {...base} {...about} form={form} />,
    processProps(ctx, process, say(ctx)("redressHeading"), form ? 422 : 200),
  );
};

/** `/beteiligung/:slug/moderation`: the public log, pointing something out, objecting. */
export const pages = routes()
  .get("/:slug/moderation", async (page) => {
    const { ctx, process } = await publicIn(page);
    return page.render(
      <LogView ctx={ctx} process={process} log={await listLog(ctx, process.id)} />,
      processProps(ctx, process, say(ctx)("heading")),
    );
  })
  .get("/:slug/moderation.csv", csv)
  .get("/:slug/moderation/meldung/:kind/:subject", (page) => showReport(page))
  .post("/:slug/moderation/meldung/:kind/:subject", sendReport)
  .get("/:slug/moderation/:moderation/einspruch", (page) => showRedress(page))
  .post("/:slug/moderation/:moderation/einspruch", async (page) => {
    const { ctx, process } = await publicIn(page);
    const id = idIn<"moderation">(page, "moderation");
    signedIn(ctx.actor);
    const input = read(ctx, Objection, await sent(page));
    if (!input.ok) return showRedress(page, input.form);
    await objectTo(ctx, process.id, id, input.value.words);
    return seeOther(page, paths.redress(process.slug, id));
  });
