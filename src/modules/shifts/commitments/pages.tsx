import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { day, type Filled, read, whole } from "#core/input.ts";
import { type Crumb, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { listRoles } from "#modules/shifts/queries.ts";
import { findSeries, needsOf, type SeriesRow } from "#modules/shifts/series/queries.ts";
import { commit, endCommitment, leaveOutDay, pause, resume, takeInDay } from "./commands.ts";
import { say } from "./messages.ts";
import { type CommitmentRow, daysOf, findCommitment, statesOf } from "./queries.ts";
import { CommitmentPage, NewCommitmentPage } from "./views.tsx";

const NewForm = z.object({
  role: z.string().refine((text): text is Id<"shiftRole"> => isId<"shiftRole">(text), { error: "choose" }),
  every: whole(1, 12),
  startsOn: day,
  endsOn: day.optional(),
});

const Change = z.discriminatedUnion("what", [
  z.object({ what: z.literal("pause"), from: day, until: day.optional() }),
  z.object({ what: z.literal("resume") }),
  z.object({ what: z.literal("out"), day }),
  z.object({ what: z.literal("in"), day }),
  z.object({ what: z.literal("end"), lastDay: day }),
]);
type Change = z.output<typeof Change>;

type Problem = {
  readonly form?: Filled;
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

const crumbs = (page: Page): Crumb[] => [{ href: paths.mine, label: say(page.get("ctx"))("toMine") }];

const showNew = async (page: Page, series: SeriesRow, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const needed = new Set(needsOf(series).map(({ roleId }) => roleId));
  return page.render(
    <NewCommitmentPage
      ctx={ctx}
      formKey={page.get("formKey")}
      series={series}
      roles={(await listRoles(ctx, series.opportunityId)).filter(({ id }) => needed.has(id))}
      form={form}
      refusal={refusal}
    />,
    { title: say(ctx)("newHeading"), hidden: true, crumbs: crumbs(page), status: status ?? 200 },
  );
};

const seriesIn = async (page: Page): Promise<SeriesRow> => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  return found(await findSeries(ctx, idIn(page, "series")));
};

const commitmentIn = async (page: Page): Promise<CommitmentRow> => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  return found(await findCommitment(ctx, idIn(page, "commitment")));
};

const show = async (page: Page, commitment: CommitmentRow, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const isOwn = signedIn(ctx.actor).id === commitment.personId;
  if (!isOwn) looked(page, commitment.personId, say(ctx)("purpose"));
  return page.render(
    <CommitmentPage
      ctx={ctx}
      formKey={page.get("formKey")}
      commitment={commitment}
      days={daysOf(ctx, commitment, { days: 180, limit: 10 })}
      states={await statesOf(ctx, commitment)}
      isOwn={isOwn}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("heading"), hidden: true, crumbs: isOwn ? crumbs(page) : [], status: status ?? 200 },
  );
};

/** Does what was sent, and answers the sentence that is said afterwards. */
const change = async (page: Page, { id }: CommitmentRow, input: Change) => {
  const ctx = page.get("ctx");
  const freed = ({ late }: { readonly late: number }, otherwise: string) =>
    late > 0 ? "zuspaet" : otherwise;
  if (input.what === "pause") {
    const outcome = await pause(ctx, id, { from: input.from, until: input.until ?? null });
    return outcome.ok ? { notice: freed(outcome.value, "pause") } : outcome;
  }
  if (input.what === "resume") {
    const outcome = await resume(ctx, id);
    return outcome.ok ? { notice: "wieder" } : outcome;
  }
  if (input.what === "out") {
    const outcome = await leaveOutDay(ctx, id, input.day);
    return outcome.ok ? { notice: freed(outcome.value, "geaendert") } : outcome;
  }
  if (input.what === "in") {
    const outcome = await takeInDay(ctx, id, input.day);
    return outcome.ok ? { notice: "geaendert" } : outcome;
  }
  const outcome = await endCommitment(ctx, id, input.lastDay);
  return { notice: outcome.ok ? freed(outcome.value, "beendet") : "beendet" };
};

/** `/mein/schichten/zusagen`: what somebody has said yes to for every time. */
export const pages = routes()
  .get("/neu/:series", async (page) => showNew(page, await seriesIn(page)))
  .post("/neu/:series", async (page) => {
    const ctx = page.get("ctx");
    const series = await seriesIn(page);
    const input = read(ctx, NewForm, await sent(page));
    if (!input.ok) return showNew(page, series, { form: input.form, status: 422 });
    const { role: roleId, every, startsOn, endsOn } = input.value;
    const outcome = await commit(ctx, { seriesId: series.id, roleId, every, startsOn, endsOn });
    if (outcome.ok) return seeOther(page, paths.myCommitment(outcome.value.id), "zugesagt");
    const refusal = say(ctx)(`refused_${outcome.because}`, { phone: ctx.place.officePhone });
    return showNew(page, series, { form: input.form, refusal, status: 409 });
  })
  .get("/:commitment", async (page) => show(page, await commitmentIn(page)))
  .post("/:commitment", async (page) => {
    const ctx = page.get("ctx");
    const commitment = await commitmentIn(page);
    const input = read(ctx, Change, await sent(page));
    if (!input.ok) return show(page, commitment, { form: input.form, status: 422 });
    const outcome = await change(page, commitment, input.value);
    if ("notice" in outcome) return seeOther(page, paths.myCommitment(commitment.id), outcome.notice);
    const refusal = say(ctx)(`refused_${outcome.because}`);
    return show(page, commitment, { form: input.form, refusal, status: 409 });
  });
