import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import {
  addGroupDate,
  cancelGroupDate,
  GroupDateInput,
  mayKeepDates,
} from "#modules/network/group-dates/commands.ts";
import { listGroupDates } from "#modules/network/group-dates/queries.ts";
import {
  findGroupBySlug,
  type GroupRow,
  listGroupMembers,
  listGroups,
  ownPart,
} from "#modules/network/groups/queries.ts";
import { say as common } from "#modules/network/messages.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { GroupView, ListView, notices, type Said } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: Said["refusal"] };

const groupIn = async (page: Page): Promise<GroupRow> =>
  found(await findGroupBySlug(page.var.ctx, slugIn(page)));

const show = async (page: Page, group: GroupRow, { form, refusal }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const members = await listGroupMembers(ctx, [group.id]);
  const office = may.run(ctx);
  const part = ownPart(ctx, members);
  const inside = office || part !== undefined;
  const people = new Set(inside ? members.flatMap(({ personId }) => personId ?? []) : []);
  for (const personId of people) looked(page, personId, say(ctx)("looking"));
  const thing = { kind: "workingGroup", id: group.id };
  return page.render(
    <>
      <GroupView
        ctx={ctx}
        formKey={formKey}
        group={group}
        members={members}
        dates={await listGroupDates(ctx, group.id, inside)}
        inside={inside}
        keeps={office || part === "lead"}
        office={office}
        form={form}
        notice={notices.find((one) => one === page.req.query("hinweis"))}
        refusal={refusal}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    {
      title: group.name,
      status: refusal ? 409 : form ? 422 : 200,
      hidden: group.internal,
      feed: {
        href: paths.groupCalendar(group.slug),
        type: "text/calendar",
        title: say(ctx)("feed", { group: group.name }),
      },
      crumbs: [
        { href: paths.picture, label: common(ctx)("network") },
        { href: paths.groups, label: say(ctx)("heading") },
      ],
    },
  );
};

const addDate = async (page: Page) => {
  const { ctx } = page.var;
  const group = await groupIn(page);
  allow(await mayKeepDates(ctx, group.id));
  const input = read(ctx, GroupDateInput, await sent(page), { order: say(ctx)("order") });
  if (!input.ok) return show(page, group, { form: input.form });
  const outcome = await addGroupDate(ctx, group.id, input.value);
  if (!outcome.ok) return show(page, group, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.group(group.slug), "termin");
};

const cancelDate = async (page: Page) => {
  const group = await groupIn(page);
  const outcome = await cancelGroupDate(page.var.ctx, group.id, idIn<"workingGroupDate">(page, "date"));
  if (!outcome.ok) return show(page, group, { refusal: outcome.because });
  return seeOther(page, paths.group(group.slug), "abgesagt");
};

/** `/netzwerk/gruppen`: the working groups, for everybody. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    const groups = await listGroups(ctx);
    const members = await listGroupMembers(
      ctx,
      groups.map(({ id }) => id),
    );
    return page.render(<ListView ctx={ctx} groups={groups} members={members} />, {
      title: say(ctx)("heading"),
      crumbs: [{ href: paths.picture, label: common(ctx)("network") }],
    });
  })
  .get("/:slug", async (page) => show(page, await groupIn(page)))
  .post("/:slug/termine", addDate)
  .post("/:slug/termine/:date/absage", cancelDate);
