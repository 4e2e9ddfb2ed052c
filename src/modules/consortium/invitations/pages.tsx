import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { ownSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { replies } from "#modules/consortium/vocabulary.ts";
import { replyTo } from "./commands.ts";
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

const show = async (page: Page, form?: Filled, status: 200 | 409 | 422 = 200) => {
  const { ctx, formKey } = page.var;
  signedIn(ctx.actor);
  const meeting = found(await findMeeting(ctx, idIn<"meeting">(page)));
  const seats = await ownSeats(ctx);
  found(seats[0]);
  return page.render(
    <ReplyView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      agenda={await listAgenda(ctx, meeting)}
      seats={seats}
      replies={await listReplies(ctx, meeting.id)}
      form={form}
      notice={page.req.query("hinweis") === "antwort"}
    />,
    { title: say(ctx)("heading"), status },
  );
};

/** `/mein/konsortium/sitzungen/:id/antwort`: whether a seat comes. */
export const pages = routes()
  .get("/:id/antwort", (page) => show(page))
  .post("/:id/antwort", async (page) => {
    const { ctx } = page.var;
    signedIn(ctx.actor);
    const id = idIn<"meeting">(page);
    found(await findMeeting(ctx, id));
    const input = read(ctx, ReplyInput, await sent(page));
    if (!input.ok) return show(page, input.form, 422);
    const outcome = await replyTo(ctx, id, input.value.seat, input.value);
    if (!outcome.ok) return show(page, withError(input.form, "", say(ctx)("refused_over")), 409);
    return seeOther(page, paths.reply(id), "antwort");
  });
