import * as z from "zod";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { rulesOfMeeting } from "#modules/consortium/procedure/queries.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { replies } from "#modules/consortium/vocabulary.ts";
import { propose, replyTo } from "./commands.ts";
import { say } from "./messages.ts";
import { listReplies } from "./queries.ts";
import { ReplyView } from "./views.tsx";

const ReplyInput = z.object({
  seat: z.string().refine((text): text is SeatId => isId<"seat">(text), { error: "choose" }),
  reply: z.enum(replies),
  words: paragraph(500)
    .optional()
    .transform((value) => value ?? ""),
});

const ProposalInput = z.object({
  seat: ReplyInput.shape.seat,
  title: line(300),
  words: ReplyInput.shape.words,
});

// To everybody else an invitation is the public page of the meeting.
const meetingIn = async (page: Page): Promise<Meeting> => {
  const { ctx } = page.var;
  found(may.read(ctx) || (await ownSeats(ctx)).length > 0 ? ctx : undefined);
  return found(await findMeeting(ctx, idIn<"meeting">(page)));
};

type Problem = { readonly form?: Filled; readonly proposal?: Filled };

const show = async (page: Page, problem: Problem = {}, status: 200 | 409 | 422 = 200) => {
  const { ctx, formKey } = page.var;
  const meeting = await meetingIn(page);
  const seats = await ownSeats(ctx);
  return page.render(
    <ReplyView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      agenda={await listAgenda(ctx, meeting)}
      seats={seats}
      replies={await listReplies(ctx, meeting.id)}
      rules={await rulesOfMeeting(ctx, meeting)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: say(ctx)("heading"), status },
  );
};

/** `/mein/konsortium/sitzungen/:id/antwort`: whether a seat comes, and what it wants to talk about. */
export const pages = routes()
  .get("/:id/antwort", (page) => show(page))
  .post("/:id/antwort", async (page) => {
    const { ctx } = page.var;
    const { id } = await meetingIn(page);
    const input = read(ctx, ReplyInput, await sent(page));
    if (!input.ok) return show(page, { form: input.form }, 422);
    const outcome = await replyTo(ctx, id, input.value.seat, input.value);
    if (!outcome.ok) return show(page, { form: withError(input.form, "", say(ctx)("refused_over")) }, 409);
    return seeOther(page, paths.reply(id), "antwort");
  })
  .post("/:id/vorschlag", async (page) => {
    const { ctx } = page.var;
    const { id } = await meetingIn(page);
    const input = read(ctx, ProposalInput, await sent(page));
    if (!input.ok) return show(page, { proposal: input.form }, 422);
    const { seat, title, words } = input.value;
    const outcome = await propose(ctx, id, seat, { title, words });
    if (outcome.ok) return seeOther(page, paths.reply(id), "vorschlag");
    const proposal = withError(input.form, "title", say(ctx)(`refused_${outcome.because}`));
    return show(page, { proposal }, 409);
  });
