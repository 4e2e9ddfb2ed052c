import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type ItemRefusal, moveItem, removeItem } from "#modules/consortium/agenda/commands.ts";
import { type AgendaItem, listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listTopics } from "#modules/consortium/topics/queries.ts";
import { ItemInput, putOn } from "./commands.ts";
import { say } from "./messages.ts";
import { listSuggestions } from "./queries.ts";
import { AgendaView } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: string };
type Status = 200 | 409 | 422;

const crumbs = (page: Page, meeting: Meeting) => {
  const { ctx } = page.var;
  return [
    { href: paths.register, label: common(ctx)("office") },
    { href: paths.office(meeting.id), label: meeting.title },
  ];
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const openTopics = async (page: Page) =>
  (await listTopics(page.var.ctx)).filter(({ state }) => state === "open" || state === "working");

const showAgenda = async (page: Page, problem: Problem = {}, status: Status = 200) => {
  const { ctx, formKey } = page.var;
  const meeting = await meetingIn(page);
  const agenda = await listAgenda(ctx, meeting);
  return page.render(
    <AgendaView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      agenda={agenda}
      suggestions={await listSuggestions(ctx, meeting, agenda)}
      topics={await openTopics(page)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: say(ctx)("heading"), area: "office", status, crumbs: crumbs(page, meeting) },
  );
};

type Place = { readonly meeting: Meeting; readonly item: AgendaItem };

const itemIn = async (page: Page): Promise<Place> => {
  const meeting = await meetingIn(page);
  const id = idIn<"agendaItem">(page, "item");
  const item = found((await listAgenda(page.var.ctx, meeting)).find((one) => one.id === id));
  return { meeting, item };
};

const refusalWords = (page: Page, because: ItemRefusal): string => say(page.var.ctx)(`refused_${because}`);

const add = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const input = read(ctx, ItemInput, await sent(page));
  if (!input.ok) return showAgenda(page, { form: input.form }, 422);
  const outcome = await putOn(ctx, meeting.id, input.value);
  if (outcome.ok) return seeOther(page, paths.agenda(meeting.id), "neu");
  return showAgenda(page, { form: input.form, refusal: refusalWords(page, outcome.because) }, 409);
};

const place = async (page: Page) => {
  const { ctx } = page.var;
  const { meeting, item } = await itemIn(page);
  const way = (await sent(page))["way"];
  if (way === "up" || way === "down") {
    const outcome = await moveItem(ctx, item.id, way);
    if (!outcome.ok) return showAgenda(page, { refusal: refusalWords(page, outcome.because) }, 409);
    return seeOther(page, paths.agenda(meeting.id));
  }
  const outcome = await removeItem(ctx, item.id);
  if (!outcome.ok) return showAgenda(page, { refusal: refusalWords(page, outcome.because) }, 409);
  return seeOther(page, paths.agenda(meeting.id), "entfernt");
};

/** `/buero/konsortium/sitzungen/:id/tagesordnung`: what a meeting will talk about, in its order. */
export const pages = routes()
  .get("/:id/tagesordnung", (page) => showAgenda(page))
  .post("/:id/tagesordnung", add)
  .post("/:id/punkte/:item/platz", place);
