import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { type InviteRefusal, invite, replyTo } from "#modules/consortium/invitations/commands.ts";
import { deadlineOf, listInvited, listReplies } from "#modules/consortium/invitations/queries.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { replies } from "#modules/consortium/vocabulary.ts";
import { say } from "./messages.ts";
import { InvitationView } from "./views.tsx";

const optional = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const InviteInput = z.object({ reason: optional(1_000) });

const ReplyInput = z.object({
  seat: z.string().refine((text): text is SeatId => isId<"seat">(text), { error: "choose" }),
  reply: z.enum(replies),
  words: optional(500),
});

type Problem = {
  readonly form?: Filled;
  readonly replyForm?: Filled;
  readonly refusal?: InviteRefusal;
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const show = async (page: Page, meeting: Meeting, { refusal, ...forms }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  return page.render(
    <InvitationView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      agenda={await listAgenda(ctx, meeting)}
      deadline={await deadlineOf(ctx, meeting)}
      invited={await listInvited(ctx, dayOf(meeting.startsAt))}
      replies={await listReplies(ctx, meeting.id)}
      refusal={refusal && say(ctx)(`refused_${refusal}`)}
      notice={page.req.query("hinweis")}
      {...forms}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: refusal ? 409 : forms.form || forms.replyForm ? 422 : 200,
      crumbs: [{ href: paths.office(meeting.id), label: meeting.title }],
    },
  );
};

const answer = async (page: Page, meeting: Meeting, fields: Record<string, unknown>) => {
  const { ctx } = page.var;
  const input = read(ctx, ReplyInput, fields);
  if (!input.ok) return show(page, meeting, { replyForm: input.form });
  const outcome = await replyTo(ctx, meeting.id, input.value.seat, input.value);
  if (!outcome.ok) return show(page, meeting, { replyForm: input.form, refusal: outcome.because });
  return seeOther(page, paths.invitation(meeting.id), "antwort");
};

/** `/buero/konsortium/sitzungen/:id/einladung`: inviting, and who said what. */
export const pages = routes()
  .get("/:id/einladung", async (page) => show(page, await meetingIn(page)))
  .post("/:id/einladung", async (page) => {
    const { ctx } = page.var;
    const meeting = await meetingIn(page);
    const fields = await sent(page);
    if (fields["was"] === "antwort") return answer(page, meeting, fields);
    const input = read(ctx, InviteInput, fields);
    if (!input.ok) return show(page, meeting, { form: input.form });
    const outcome = await invite(ctx, meeting.id, input.value.reason);
    if (!outcome.ok) return show(page, meeting, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.invitation(meeting.id), "eingeladen");
  });
