import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Judgment, moderate, settleRedress } from "#modules/participation/moderation/commands.ts";
import { say } from "#modules/participation/moderation/messages.ts";
import {
  findModeration,
  findSubject,
  isSubjectKind,
  listLog,
  listRecent,
} from "#modules/participation/moderation/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { moderationReasons } from "#modules/participation/vocabulary.ts";
import { DeskView, JudgeView, SettleView } from "./views.tsx";

const Hiding = z.object({
  reason: z.enum(moderationReasons).exclude(["restored"]),
  words: paragraph(1_000),
});
const Showing = z
  .object({ words: paragraph(1_000) })
  .transform(({ words }) => ({ reason: "restored" as const, words }));
const Answer = z.object({ verdict: z.enum(["kept", "restored"]), reply: paragraph(2_000) });

const officeIn = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  return { ctx, process, formKey: page.get("formKey") };
};

const subjectIn = async (page: Page, { ctx, process }: Awaited<ReturnType<typeof officeIn>>) => {
  const kind = page.req.param("kind") ?? "";
  const id = page.req.param("subject") ?? "";
  return found(isSubjectKind(kind) && isId(id) ? await findSubject(ctx, process.id, kind, id) : undefined);
};

const moderationIn = async (page: Page, { ctx, process }: Awaited<ReturnType<typeof officeIn>>) => {
  const moderation = found(await findModeration(ctx, process.id, idIn<"moderation">(page, "moderation")));
  const { subjectKind, subjectId } = moderation;
  const subject =
    subjectKind === "statement" ? undefined : await findSubject(ctx, process.id, subjectKind, subjectId);
  return { moderation, subject };
};

type Problem = { readonly form?: Filled; readonly refusal?: "same" | "gone" };

const showJudge = async (page: Page, { form, refusal }: Problem = {}) => {
  const base = await officeIn(page);
  const { ctx, process } = base;
  const words = say(ctx);
  return page.render(
    <JudgeView
      {...base}
      subject={await subjectIn(page, base)}
      form={form}
      refusal={refusal && words(`refused_${refusal}`)}
    />,
    officeProps(ctx, process, words("judgeHeading"), refusal ? 409 : form ? 422 : 200),
  );
};

const judge = async (page: Page) => {
  const base = await officeIn(page);
  const { ctx, process } = base;
  const subject = await subjectIn(page, base);
  const isHidden = subject.state === "hidden";
  const input = read<Pick<Judgment, "reason" | "words">>(ctx, isHidden ? Showing : Hiding, await sent(page));
  if (!input.ok) return showJudge(page, { form: input.form });
  const action = isHidden ? "shown" : "hidden";
  const outcome = await moderate(ctx, process.id, subject, { action, ...input.value });
  if (!outcome.ok) return showJudge(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeModeration(process.id), "saved");
};

const showSettle = async (page: Page, form?: Filled) => {
  const base = await officeIn(page);
  const { ctx, process } = base;
  return page.render(
    <SettleView {...base} {...(await moderationIn(page, base))} form={form} />,
    officeProps(ctx, process, say(ctx)("settleHeading"), form ? 422 : 200),
  );
};

/** `/buero/beteiligung/:id/moderation`: what was written last, what was objected to. */
export const pages = routes()
  .get("/:id/moderation", async (page) => {
    const { ctx, process } = await officeIn(page);
    return page.render(
      <DeskView
        ctx={ctx}
        process={process}
        recent={await listRecent(ctx, process.id)}
        log={await listLog(ctx, process.id)}
      />,
      officeProps(ctx, process, say(ctx)("officeHeading")),
    );
  })
  .get("/:id/moderation/einspruch/:moderation", (page) => showSettle(page))
  .post("/:id/moderation/einspruch/:moderation", async (page) => {
    const { ctx, process } = await officeIn(page);
    const input = read(ctx, Answer, await sent(page));
    if (!input.ok) return showSettle(page, input.form);
    await settleRedress(ctx, process.id, idIn<"moderation">(page, "moderation"), input.value);
    return seeOther(page, paths.officeModeration(process.id), "saved");
  })
  .get("/:id/moderation/:kind/:subject", (page) => showJudge(page))
  .post("/:id/moderation/:kind/:subject", judge);
