import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changeItem, type ItemRefusal, removePaper } from "#modules/consortium/agenda/commands.ts";
import { type AgendaItem, listAgenda, listPapers } from "#modules/consortium/agenda/queries.ts";
import { handIn, ItemInput, itemOf, PaperInput } from "#modules/consortium/agenda-office/commands.ts";
import { say } from "#modules/consortium/agenda-office/messages.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listTopics } from "#modules/consortium/topics/queries.ts";
import { ItemView } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly paperForm?: Filled; readonly refusal?: string };
type Status = 200 | 409 | 422;

const crumbs = (page: Page, meeting: Meeting) => {
  const { ctx } = page.var;
  return [
    { href: paths.register, label: common(ctx)("office") },
    { href: paths.office(meeting.id), label: meeting.title },
    { href: paths.agenda(meeting.id), label: say(ctx)("heading") },
  ];
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const openTopics = async (page: Page) =>
  (await listTopics(page.var.ctx)).filter(({ state }) => state === "open" || state === "working");

type Place = { readonly meeting: Meeting; readonly item: AgendaItem };

const itemIn = async (page: Page): Promise<Place> => {
  const meeting = await meetingIn(page);
  const id = idIn<"agendaItem">(page, "item");
  const item = found((await listAgenda(page.var.ctx, meeting)).find((one) => one.id === id));
  return { meeting, item };
};

const showItem = async (
  page: Page,
  { meeting, item }: Place,
  problem: Problem = {},
  status: Status = 200,
) => {
  const { ctx, formKey } = page.var;
  const papers = await listPapers(ctx, meeting.id);
  return page.render(
    <ItemView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      item={item}
      papers={papers.filter(({ agendaItemId }) => agendaItemId === item.id)}
      topics={await openTopics(page)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: item.title, area: "office", status, crumbs: crumbs(page, meeting) },
  );
};

const refusalWords = (page: Page, because: ItemRefusal): string => say(page.var.ctx)(`refused_${because}`);

const change = async (page: Page) => {
  const { ctx } = page.var;
  const place = await itemIn(page);
  const input = read(ctx, ItemInput, await sent(page));
  if (!input.ok) return showItem(page, place, { form: input.form }, 422);
  const outcome = await changeItem(ctx, place.item.id, {
    ...itemOf(input.value),
    proposedBySeatId: place.item.proposedBySeatId,
  });
  if (outcome.ok) return seeOther(page, paths.item(place.meeting.id, place.item.id), "gespeichert");
  const refusal = refusalWords(page, outcome.because);
  return showItem(page, place, { form: input.form, refusal }, 409);
};

const papers = async (page: Page) => {
  const { ctx } = page.var;
  const where = await itemIn(page);
  const fields = await sent(page);
  const address = paths.item(where.meeting.id, where.item.id);
  const out = fields["entfernen"];
  if (typeof out === "string" && isId<"agendaPaper">(out)) {
    await removePaper(ctx, where.item.id, out);
    return seeOther(page, address, "entfernt");
  }
  const input = read(ctx, PaperInput, fields);
  if (!input.ok) return showItem(page, where, { paperForm: input.form }, 422);
  const file = fields["datei"];
  const given = file instanceof File && file.size > 0 ? file : undefined;
  const outcome = await handIn(ctx, where.item.id, input.value, given);
  if (outcome.ok) return seeOther(page, address, "unterlage");
  const field = outcome.because === "noPaper" ? "url" : "datei";
  const paperForm = withError(input.form, field, say(ctx)(`refused_${outcome.because}`));
  return showItem(page, where, { paperForm }, 409);
};

/** `/buero/konsortium/sitzungen/:id/punkte/:item`: one item, its words and its papers. */
export const pages = routes()
  .get("/:id/punkte/:item", async (page) => showItem(page, await itemIn(page)))
  .post("/:id/punkte/:item", change)
  .get("/:id/punkte/:item/unterlagen", async (page) => showItem(page, await itemIn(page)))
  .post("/:id/punkte/:item/unterlagen", papers);
