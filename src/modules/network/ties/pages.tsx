import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, filledWith, read, withError } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { CooperationInput, proposeCooperation } from "#modules/network/cooperations/commands.ts";
import {
  type CooperationId,
  findCooperation,
  listMembers,
  listWaiting,
} from "#modules/network/cooperations/queries.ts";
import { say as fields } from "#modules/network/forms/messages.ts";
import { notices, type Refusal } from "#modules/network/forms/views.tsx";
import { say as common } from "#modules/network/messages.ts";
import { type Desk, hand, paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { say } from "./messages.ts";
import { listOwn, nameOwn, ownOrganizations } from "./queries.ts";
import { blankProposal, MineView, ProposeView, partnerFields } from "./views.tsx";

const crumbs = (ctx: Context, desk: Desk) =>
  desk === "office"
    ? [{ href: paths.register, label: common(ctx)("office") }]
    : [{ href: paths.ties, label: say(ctx)("heading") }];

// Who proposes for an organization must speak for one.
const admit = (ctx: Context, desk: Desk): void =>
  allow(desk === "office" ? may.run(ctx) : ownOrganizations(ctx).length > 0);

type Problem = {
  readonly form?: Filled;
  readonly refusal?: Refusal;
  readonly renews?: CooperationId | null;
};

const showForm = async (page: Page, desk: Desk, { form, refusal, renews = null }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const own = await nameOwn(ctx, desk === "mine" ? ownOrganizations(ctx) : []);
  const all = await organizationChoices(ctx);
  const [only, ...more] = own;
  return page.render(
    <ProposeView
      ctx={ctx}
      desk={desk}
      formKey={formKey}
      own={own}
      organizations={more.length === 0 && only ? all.filter(({ id }) => id !== only.id) : all}
      form={form ?? blankProposal(isoDay(ctx.now))}
      renews={renews}
      refusal={refusal}
    />,
    {
      title: say(ctx)("propose"),
      area: desk === "office" ? "office" : "public",
      hidden: true,
      status: refusal ? 409 : form && Object.keys(form.errors).length > 0 ? 422 : 200,
      crumbs: crumbs(ctx, desk),
    },
  );
};

// What is gone on with fills the form; what cannot be seen fills nothing.
const ask = (desk: Desk) => async (page: Page) => {
  const { ctx } = page.var;
  admit(ctx, desk);
  const asked = page.req.query("fortsetzung");
  const before = isId<"cooperation">(asked) ? await findCooperation(ctx, asked) : undefined;
  if (!before) return showForm(page, desk);
  const own = ownOrganizations(ctx);
  const others = (await listMembers(ctx, [before.id])).filter(
    ({ state, organizationId }) => state === "confirmed" && !own.includes(organizationId),
  );
  const partners = partnerFields.map((name, index) => [name, others[index]?.organizationId ?? null]);
  const { kind, topic, agreement, field } = before;
  const values = { kind, topic, agreement, field, startsOn: isoDay(ctx.now) };
  const form = filledWith({ ...values, ...Object.fromEntries(partners) });
  return showForm(page, desk, { form, renews: before.id });
};

const idOf = <Kind extends string>(value: unknown) =>
  typeof value === "string" && isId<Kind>(value) ? value : null;

const add = (desk: Desk) => async (page: Page) => {
  const { ctx } = page.var;
  admit(ctx, desk);
  const body = await sent(page);
  const organizations = partnerFields
    .map((name) => body[name])
    .filter((value): value is string => typeof value === "string" && value !== "");
  const renews = idOf<"cooperation">(body["renews"]);
  const input = read(ctx, CooperationInput, { ...body, organizations }, { order: fields(ctx)("order") });
  if (!input.ok) return showForm(page, desk, { form: input.form, renews });
  if (organizations.length === 0)
    return showForm(page, desk, {
      form: withError(input.form, "partner1", fields(ctx)("refused_few")),
      renews,
    });
  const proposedBy = idOf<"organization">(body["proposedBy"]);
  allow(desk === "office" || proposedBy !== null);
  const outcome = await proposeCooperation(ctx, {
    ...input.value,
    renews,
    proposedBy: desk === "office" ? null : proposedBy,
  });
  if (!outcome.ok) return showForm(page, desk, { form: input.form, refusal: outcome.because, renews });
  return seeOther(page, hand[desk].one(outcome.value), "neu");
};

/** `/mein/zusammenarbeit`: what one's organizations do with others. */
export const minePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(ctx.actor.kind === "person");
    const organizations = ownOrganizations(ctx);
    const rows = await listOwn(ctx, organizations);
    const members = await listMembers(
      ctx,
      rows.map(({ id }) => id),
    );
    return page.render(
      <MineView
        ctx={ctx}
        own={await nameOwn(ctx, organizations)}
        rows={rows}
        members={Map.groupBy(members, ({ cooperationId }) => cooperationId)}
        waiting={await listWaiting(ctx, organizations)}
        notice={notices.find((one) => one === page.req.query("hinweis"))}
      />,
      { title: say(ctx)("heading"), hidden: true },
    );
  })
  .get("/neu", ask("mine"))
  .post("/neu", add("mine"));

/** `/buero/netzwerk/zusammenarbeit/neu`: the office proposes for others. */
export const officePages = routes().get("/neu", ask("office")).post("/neu", add("office"));
