import { renderToString } from "preact-render-to-string";
import { isStaff } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { say } from "./messages.ts";
import { findBoard, readBoard } from "./queries.ts";
import { Scene, Wall } from "./views.tsx";

const boardIn = async (page: Page) => {
  const { ctx } = page.var;
  const code = page.req.query("wort");
  const workshop = found(await findBoard(ctx, slugIn(page), code));
  return { ctx, code, workshop, board: await readBoard(ctx, workshop) };
};

const show = async (page: Page) => {
  const props = await boardIn(page);
  const refreshes = page.req.query("erneuern") !== undefined;
  // Without a script the browser itself asks again.
  if (refreshes) page.header("refresh", "10");
  const view = <Wall {...props} origin={page.var.origin} staff={isStaff(props.ctx.actor)} />;
  return page.render(view, {
    title: say(props.ctx)("heading"),
    hidden: true,
    ...(refreshes ? {} : { script: "screen" }),
  });
};

const state = async (page: Page) => {
  const { board, ...props } = await boardIn(page);
  const html = renderToString(<Scene {...props} board={board} />);
  return page.json({ html, until: board.until?.toISOString() ?? null });
};

/** `/werkstaetten/:slug/leinwand`: what the hall sees. */
export const pages = routes().get("/:slug/leinwand", show).get("/:slug/leinwand/stand", state);
