import { renderToString } from "preact-render-to-string";
import { found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { paths } from "#modules/consortium/paths.ts";
import { findOwn, pulseOf, readRoom } from "#modules/consortium/voting/queries.ts";
import { say } from "./messages.ts";
import { WallScene, WallView } from "./views.tsx";

const roomIn = async (page: Page) => {
  const { ctx } = page.var;
  found(await findOwn(ctx));
  return { ctx, room: found(await readRoom(ctx, idIn<"meeting">(page))) };
};

const show = async (page: Page) => {
  const { ctx, room } = await roomIn(page);
  const refreshes = page.req.query("erneuern") !== undefined;
  if (refreshes) page.header("refresh", "10");
  const state = `${paths.screen(room.meeting.id)}/stand`;
  return page.render(<WallView ctx={ctx} room={room} origin={page.var.origin} state={state} />, {
    title: say(ctx)("heading"),
    hidden: true,
    ...(refreshes ? {} : { script: "screen" }),
  });
};

const state = async (page: Page) => {
  const { ctx } = page.var;
  found(await findOwn(ctx));
  const tag = `W/"${found(await pulseOf(ctx, idIn<"meeting">(page), null))}"`;
  page.header("etag", tag);
  if (page.req.header("if-none-match") === tag) return page.body(null, 304);
  return page.json({ html: renderToString(<WallScene {...(await roomIn(page))} />), until: null });
};

/** `/mein/konsortium/sitzungen/:id/wand`: what everybody in the room sees. */
export const pages = routes().get("/:id/wand", show).get("/:id/wand/stand", state);
