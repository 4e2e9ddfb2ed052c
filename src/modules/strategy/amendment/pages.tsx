import { found } from "#core/errors.ts";
import { type Page, routes, seeOther } from "#core/web.ts";
import { ownSeats } from "#modules/consortium/seats/queries.ts";
import { isAuthor, withdrawAmendment } from "#modules/strategy/amendments/commands.ts";
import { say } from "#modules/strategy/amendments/messages.ts";
import {
  type AmendmentRow,
  collidingWith,
  findAmendment,
  findAmendmentByNumber,
  listAmendments,
} from "#modules/strategy/amendments/queries.ts";
import { listAmendmentStances } from "#modules/strategy/packages/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { takeOver } from "#modules/strategy/refinements/commands.ts";
import { say as sayHere } from "#modules/strategy/refinements/messages.ts";
import { takesAmendments } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { AmendmentView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.amendments, label: say(page.var.ctx)("heading") }];

const one = async (page: Page) =>
  found(await findAmendmentByNumber(page.var.ctx, Number(page.req.param("number"))));

// Whoever proposed the amendment that it changes, and the office, may take its words over.
const takesOver = async (page: Page, row: AmendmentRow): Promise<boolean> => {
  const { ctx } = page.var;
  if (row.amendsId === null || row.state !== "open") return false;
  const parent = found(await findAmendment(ctx, row.amendsId));
  return parent.state === "open" && (may.run(ctx) || isAuthor(ctx, parent));
};

const takesWords = (page: Page, row: AmendmentRow): boolean =>
  row.state === "open" &&
  row.amendsId === null &&
  row.paragraphId !== null &&
  row.action !== "delete" &&
  takesAmendments(page.var.ctx, { state: row.versionState, amendUntil: row.amendUntil });

const heardNotices = ["neu", "zurueck", "uebernommen"] as const;

const showOne = async (page: Page, refusal?: string) => {
  const { ctx, formKey } = page.var;
  const row = await one(page);
  const thing = { kind: "amendment", id: row.id };
  const heard = page.req.query("hinweis");
  return page.render(
    <AmendmentView
      ctx={ctx}
      formKey={formKey}
      row={row}
      collisions={await collidingWith(ctx, row)}
      author={await isAuthor(ctx, row)}
      stances={await listAmendmentStances(ctx, row.id)}
      beneath={row.amendsId === null ? await listAmendments(ctx, { of: row.id }) : []}
      takesWords={takesWords(page, row)}
      takesOver={await takesOver(page, row)}
      asks={
        row.amendsId === null && row.state === "open" && (may.run(ctx) || (await ownSeats(ctx)).length > 0)
      }
      refusal={refusal}
      notice={heardNotices.find((one) => one === heard)}
    >
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </AmendmentView>,
    {
      ...publicProps(ctx, say(ctx)("number", row), crumbs(page)),
      status: refusal ? 409 : 200,
      hidden: row.state === "submitted" || row.state === "hidden",
    },
  );
};

/** `/strategie/aenderungen/:number`: how a sentence should read, and what the seats say to it. */
export const pages = routes()
  .get("/:number{[0-9]{1,6}}", (page) => showOne(page))
  .post("/:number{[0-9]{1,6}}/ruecknahme", async (page) => {
    const { ctx } = page.var;
    const row = await one(page);
    const outcome = await withdrawAmendment(ctx, row.id);
    if (!outcome.ok) return showOne(page, say(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.amendment(row.number), "zurueck");
  })
  .post("/:number{[0-9]{1,6}}/uebernahme", async (page) => {
    const { ctx } = page.var;
    const row = await one(page);
    const outcome = await takeOver(ctx, row.id, "");
    if (!outcome.ok) return showOne(page, sayHere(ctx)(`refused_${outcome.because}`));
    return seeOther(page, paths.amendment(row.amendsNumber ?? row.number), "uebernommen");
  });
