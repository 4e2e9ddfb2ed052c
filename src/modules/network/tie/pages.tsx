import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { answerCooperation, CooperationInput } from "#modules/network/cooperations/commands.ts";
import {
  type CooperationRow,
  findCooperation,
  findRenewal,
  listMembers,
} from "#modules/network/cooperations/queries.ts";
import {
  correctCooperation,
  EndInput,
  endCooperation,
  withdrawCooperation,
} from "#modules/network/correcting/commands.ts";
import { addEvidence, dropEvidence, EvidenceInput } from "#modules/network/evidence/commands.ts";
import { listEvidence } from "#modules/network/evidence/queries.ts";
import { say } from "#modules/network/forms/messages.ts";
import { notices, type Refusal } from "#modules/network/forms/views.tsx";
import { SpanInput, setSpan } from "#modules/network/membership/commands.ts";
import { say as spanWords } from "#modules/network/membership/messages.ts";
import { say as common } from "#modules/network/messages.ts";
import { type Desk, hand, paths } from "#modules/network/paths.ts";
import { may, speaksFor } from "#modules/network/policy.ts";
import { type TieProps, TieView } from "./views.tsx";

type Problem = Pick<TieProps, "correcting" | "ending" | "proving" | "declining" | "spanning"> & {
  readonly refusal?: Refusal;
};

const statusOf = (problem: Problem): 200 | 409 | 422 => {
  if (problem.refusal) return 409;
  return Object.values(problem).some(Boolean) ? 422 : 200;
};

const organization = z
  .string()
  .refine((text): text is Id<"organization"> => isId<"organization">(text), { error: "choose" });

const AnswerInput = z.object({
  organization,
  answer: z.enum(["confirmed", "declined"]),
  words: paragraph(2_000)
    .optional()
    .transform((text) => text ?? ""),
});

// Who speaks for none of its members finds nothing here, even when the public page is there.
const opened = async (page: Page, desk: Desk) => {
  const { ctx } = page.var;
  if (desk === "office") allow(may.run(ctx));
  allow(ctx.actor.kind === "person");
  const row = found(await findCooperation(ctx, idIn<"cooperation">(page)));
  const members = await listMembers(ctx, [row.id]);
  const speaking = speaksFor(ctx);
  const own =
    speaking === "everywhere"
      ? members
      : members.filter(({ organizationId }) => speaking.includes(organizationId));
  if (own.length === 0) found(undefined);
  return { ctx, row, members, own };
};

type Opened = Awaited<ReturnType<typeof opened>>;

const show = async (page: Page, desk: Desk, { ctx, row, members, own }: Opened, problem: Problem = {}) => {
  const notice = notices.find((one) => one === page.req.query("hinweis"));
  const proposer = may.run(ctx) || own.some(({ organizationId }) => organizationId === row.proposedById);
  return page.render(
    <TieView
      ctx={ctx}
      desk={desk}
      formKey={page.var.formKey}
      row={row}
      members={members}
      own={own}
      proposer={proposer}
      evidence={await listEvidence(ctx, row.id, true)}
      before={row.renewsId ? await findCooperation(ctx, row.renewsId) : undefined}
      after={await findRenewal(ctx, row.id)}
      notice={notice}
      {...problem}
    />,
    {
      title: row.topic,
      area: desk === "office" ? "office" : "public",
      hidden: true,
      status: statusOf(problem),
      crumbs:
        desk === "office"
          ? [{ href: paths.register, label: common(ctx)("office") }]
          : [{ href: paths.ties, label: say(ctx)("mine") }],
    },
  );
};

const back = (page: Page, desk: Desk, row: CooperationRow, notice: (typeof notices)[number]) =>
  seeOther(page, hand[desk].one(row.id), notice);

const answer = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const { ctx, row } = one;
  const input = read(ctx, AnswerInput, await sent(page));
  const asked = input.form.values["organization"];
  const declining = (form: Filled) => ({ organization: String(asked ?? ""), form });
  if (!input.ok) return show(page, desk, one, { declining: declining(input.form) });
  const outcome = await answerCooperation(
    ctx,
    row.id,
    input.value.organization,
    input.value.answer,
    input.value.words,
  );
  if (!outcome.ok)
    return show(page, desk, one, { declining: declining(input.form), refusal: outcome.because });
  return back(page, desk, row, input.value.answer === "confirmed" ? "bestaetigt" : "abgelehnt");
};

const correct = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const { ctx, row } = one;
  const input = read(ctx, CooperationInput, await sent(page), { order: say(ctx)("order") });
  if (!input.ok) return show(page, desk, one, { correcting: input.form });
  const { organizations: _, ...values } = input.value;
  const outcome = await correctCooperation(ctx, row.id, values);
  if (!outcome.ok) return show(page, desk, one, { correcting: input.form, refusal: outcome.because });
  const askedAnew =
    row.kind !== values.kind ||
    row.topic !== values.topic ||
    row.startsOn !== values.startsOn ||
    row.endsOn !== values.endsOn;
  return back(page, desk, row, askedAnew ? "gefragt" : "gespeichert");
};

const end = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const input = read(one.ctx, EndInput, await sent(page));
  if (!input.ok) return show(page, desk, one, { ending: input.form });
  const outcome = await endCooperation(one.ctx, one.row.id, input.value);
  if (!outcome.ok) return show(page, desk, one, { ending: input.form, refusal: outcome.because });
  return back(page, desk, one.row, "beendet");
};

const span = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const { ctx, row } = one;
  const fields = await sent(page);
  const asked = String(fields["organization"] ?? "");
  const member = one.own.find(({ organizationId }) => organizationId === asked);
  if (!member) return show(page, desk, one, { refusal: "notAsked" });
  const input = read(ctx, SpanInput, fields, { order: spanWords(ctx)("order") });
  const spanning = { organization: asked, form: input.form };
  if (!input.ok) return show(page, desk, one, { spanning });
  const outcome = await setSpan(ctx, row.id, member.organizationId, input.value);
  if (!outcome.ok) return show(page, desk, one, { spanning, refusal: outcome.because });
  return back(page, desk, row, "gespeichert");
};

const withdraw = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const outcome = await withdrawCooperation(one.ctx, one.row.id);
  if (!outcome.ok) return show(page, desk, one, { refusal: outcome.because });
  return back(page, desk, one.row, "zurueck");
};

const prove = (desk: Desk) => async (page: Page) => {
  const one = await opened(page, desk);
  const fields = await sent(page);
  const input = read(one.ctx, EvidenceInput, fields);
  if (!input.ok) return show(page, desk, one, { proving: input.form });
  const file = fields["datei"];
  const paper = file instanceof File && file.size > 0 ? file : undefined;
  const outcome = await addEvidence(one.ctx, one.row.id, input.value, paper);
  if (!outcome.ok) return show(page, desk, one, { proving: input.form, refusal: outcome.because });
  return back(page, desk, one.row, "beleg");
};

const drop = (desk: Desk) => async (page: Page) => {
  const { ctx, row } = await opened(page, desk);
  await dropEvidence(ctx, row.id, idIn<"cooperationEvidence">(page, "evidence"));
  return back(page, desk, row, "entfernt");
};

const deskPages = (desk: Desk) =>
  routes()
    .get("/:id{[0-9a-f-]{36}}", async (page) => show(page, desk, await opened(page, desk)))
    .post("/:id/antwort", answer(desk))
    .post("/:id/berichtigung", correct(desk))
    .post("/:id/ende", end(desk))
    .post("/:id/dauer", span(desk))
    .post("/:id/ruecknahme", withdraw(desk))
    .post("/:id/belege", prove(desk))
    .post("/:id/belege/:evidence/entfernen", drop(desk));

/** `/mein/zusammenarbeit/:id`: one cooperation in the hand of one of its members. */
export const minePages = deskPages("mine");

/** `/buero/netzwerk/zusammenarbeit/:id`: the same in the hand of the office. */
export const officePages = deskPages("office");
