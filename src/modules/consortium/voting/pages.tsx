import { renderToString } from "preact-render-to-string";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { read } from "#core/input.ts";
import { done } from "#core/outcome.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { choices } from "#methods/resolution.ts";
import { readRatings } from "#modules/consortium/counting/commands.ts";
import { ObjectionInput, objectTo } from "#modules/consortium/objections/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { come, leave } from "#modules/consortium/presence/commands.ts";
import type { SeatId } from "#modules/consortium/seats/queries.ts";
import { castVote, type Said } from "#modules/consortium/votes/commands.ts";
import { findVote, type VoteRow } from "#modules/consortium/votes/queries.ts";
import { say } from "./messages.ts";
import { findOwn, pulseOf, readRoom } from "./queries.ts";
import { SeatScene, SeatView, type Typed } from "./views.tsx";

type Refusal =
  Extract<keyof typeof say.source, `refused_${string}`> extends `refused_${infer Name}` ? Name : never;
type Problem = { readonly refusal?: Refusal; readonly typed?: Typed };

const notices = ["stimme", "da", "fort"] as const;

const roomIn = async (page: Page) => {
  const { ctx } = page.var;
  const seats = found(await findOwn(ctx));
  return { ctx, seats, room: found(await readRoom(ctx, idIn<"meeting">(page))) };
};

const show = async (page: Page, { refusal, typed }: Problem = {}) => {
  const { ctx, seats, room } = await roomIn(page);
  const words = say(ctx);
  const refreshes = page.req.query("erneuern") !== undefined;
  // Without a script the browser itself asks again.
  if (refreshes) page.header("refresh", "10");
  return page.render(
    <SeatView
      ctx={ctx}
      room={room}
      seats={seats}
      state={`${paths.voting(room.meeting.id)}/stand`}
      notice={notices.flatMap((one) => (page.req.query("hinweis") === one ? words(`notice_${one}`) : []))[0]}
      refusal={refusal && words(`refused_${refusal}`)}
      typed={typed}
    />,
    {
      title: words("heading"),
      hidden: true,
      status: refusal ? 409 : typed ? 422 : 200,
      ...(refreshes || typed ? {} : { script: "screen" }),
    },
  );
};

const state = async (page: Page) => {
  const { ctx } = page.var;
  const tag = `W/"${found(await pulseOf(ctx, idIn<"meeting">(page), found(await findOwn(ctx))))}"`;
  page.header("etag", tag);
  if (page.req.header("if-none-match") === tag) return page.body(null, 304);
  return page.json({ html: renderToString(<SeatScene {...(await roomIn(page))} />), until: null });
};

const saidIn = (vote: VoteRow, fields: Record<string, unknown>): Said | undefined => {
  if (vote.method === "consensing") return { marks: readRatings(vote, fields) };
  const choice = choices.find((one) => one === fields["choice"]);
  return choice && { choice };
};

const object = async (page: Page, vote: VoteRow, seat: SeatId, fields: Record<string, unknown>) => {
  const { ctx } = page.var;
  const input = read(ctx, ObjectionInput, fields);
  if (!input.ok) return show(page, { typed: { seat, form: input.form } });
  const outcome = await objectTo(ctx, vote.id, seat, input.value);
  return outcome.ok
    ? seeOther(page, paths.voting(idIn<"meeting">(page)), "stimme")
    : show(page, { refusal: outcome.because });
};

const cast = async (page: Page) => {
  const { ctx, room } = await roomIn(page);
  const vote = found(await findVote(ctx, idIn<"motionVote">(page, "vote")));
  const fields = await sent(page);
  const seat = String(fields["seat"] ?? "");
  if (!isId<"seat">(seat)) return show(page, { refusal: "choice" });
  if (fields["choice"] === "object") return object(page, vote, seat, fields);
  const said = saidIn(vote, fields);
  if (!said) return show(page, { refusal: "choice" });
  const outcome = await castVote(ctx, vote.id, seat, said);
  return outcome.ok
    ? seeOther(page, paths.voting(room.meeting.id), "stimme")
    : show(page, { refusal: outcome.because });
};

const press = async (page: Page) => {
  const { ctx, seats, room } = await roomIn(page);
  const fields = await sent(page);
  const seat = seats.find(({ id }) => id === fields["seat"]);
  if (!seat) return show(page, { refusal: "choice" });
  const { id } = room.meeting;
  if (fields["was"] === "leave") {
    const there = room.present.find(({ seatId }) => seatId === seat.id);
    // Pressed twice: it is gone already.
    const outcome = there ? await leave(ctx, there.id) : done(null);
    return outcome.ok ? seeOther(page, paths.voting(id), "fort") : show(page, { refusal: outcome.because });
  }
  const name = seat.holders.find((one) => one.id === seat.holderId)?.name || signedIn(ctx.actor).name;
  const way = fields["way"] === "remote" ? "remote" : "room";
  const { holderId, part } = seat;
  const outcome = await come(ctx, id, { seatId: seat.id, holderId, part, name, way });
  return outcome.ok ? seeOther(page, paths.voting(id), "da") : show(page, { refusal: outcome.because });
};

/** `/mein/konsortium/sitzungen/:id`: a seat says that it is there, follows the meeting and votes. */
export const pages = routes()
  .get("/:id", (page) => show(page))
  .get("/:id/stand", state)
  .post("/:id/anwesenheit", press)
  .post("/:id/stimme/:vote", cast);
