import { isoDay } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { endPart, PartInput, playPart } from "#modules/network/actors/commands.ts";
import { listParts } from "#modules/network/actors/queries.ts";
import { listCooperations, listMembers } from "#modules/network/cooperations/queries.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { countViews, registerViews, viewOf } from "./queries.ts";
import { ListView, PartsView, partNotices } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: "gone" | "same" | "order" | "ended" };

const showParts = async (page: Page, { form, refusal }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <PartsView
      ctx={ctx}
      formKey={formKey}
      parts={await listParts(ctx)}
      organizations={await organizationChoices(ctx)}
      form={form}
      notice={partNotices.find((one) => one === page.req.query("hinweis"))}
      refusal={refusal}
    />,
    {
      title: say(ctx)("rolesHeading"),
      area: "office",
      status: refusal ? 409 : form ? 422 : 200,
      crumbs: [{ href: paths.register, label: say(ctx)("heading") }],
    },
  );
};

const setPart = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, PartInput, await sent(page));
  if (!input.ok) return showParts(page, { form: input.form });
  const outcome = await playPart(ctx, input.value);
  if (!outcome.ok) return showParts(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.actors, "gesetzt");
};

const stopPart = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const outcome = await endPart(ctx, idIn<"networkActor">(page));
  if (!outcome.ok) return showParts(page, { refusal: outcome.because });
  return seeOther(page, paths.actors, "beendet");
};

/** `/buero/netzwerk`: every cooperation of the town, and who plays which part. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const today = isoDay(ctx.now);
    const counts = await countViews(ctx, today);
    const wanted = registerViews.find((one) => one === page.req.query("stand"));
    const view = wanted ?? (counts.proposed > 0 ? "proposed" : "confirmed");
    const state = view === "ended" ? "confirmed" : view === "other" ? undefined : view;
    const rows = (await listCooperations(ctx, { state })).filter((row) => viewOf(row, today) === view);
    const members = await listMembers(
      ctx,
      rows.map(({ id }) => id),
    );
    return page.render(
      <ListView
        ctx={ctx}
        view={view}
        counts={counts}
        rows={rows}
        members={Map.groupBy(members, ({ cooperationId }) => cooperationId)}
      />,
      { title: say(ctx)("heading"), area: "office" },
    );
  })
  .get("/rollen", (page) => showParts(page))
  .post("/rollen", setPart)
  .post("/rollen/:id/ende", stopPart);
