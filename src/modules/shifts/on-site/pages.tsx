import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { day as dayField, line, read, whole } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { daysAround, findExpected, listDay, listExpected } from "#modules/shifts/attendance/queries.ts";
import { planToWrite } from "#modules/shifts/commands.ts";
import { closeDay, readBatch, SentBatch, takeMarks } from "#modules/shifts/marks/commands.ts";
import { listNeeds } from "#modules/shifts/marks/queries.ts";
import { type Mark, markKinds } from "#modules/shifts/marks/vocabulary.ts";
import { paths } from "#modules/shifts/paths.ts";
import { say } from "#modules/shifts/roll/messages.ts";
import { readState, refusalsInWords } from "#modules/shifts/roll/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { DayPage, type Problem } from "./views.tsx";

const dayIn = (page: Page): string => {
  const { ctx } = page.var;
  const asked = dayField.safeParse(page.req.query("tag") ?? "");
  return asked.success ? asked.data : dayOf(ctx.now);
};

/** The one whose code was read, when they are of this plan. */
const personIn = async (page: Page, plan: Id<"opportunity">) => {
  const id = page.req.query("person");
  if (id === undefined || !isId<"signup">(id)) return undefined;
  const row = await findExpected(page.var.ctx, id);
  return found(row?.opportunityId === plan ? row : undefined);
};

const includes = (name: string, typed: string): boolean =>
  name.toLocaleLowerCase("de").includes(typed.trim().toLocaleLowerCase("de"));

type Shown = Problem & { readonly status?: 200 | 409 | 422; readonly day?: string };

const show = async (page: Page, { status = 200, day: asked, ...problem }: Shown = {}) => {
  const { ctx, formKey } = page.var;
  const plan = await planToWrite(ctx, idIn(page));
  const only = await personIn(page, plan.id);
  const day = asked ?? (only ? dayOf(only.startsAt) : dayIn(page));
  const shifts = await listDay(ctx, plan.id, day);
  const expected = await listExpected(
    ctx,
    shifts.map(({ id }) => id),
  );
  const typed = page.req.query("suche") ?? "";
  const rows = expected.filter(({ id, name }) => (only ? id === only.id : includes(name, typed)));
  const purpose = say(ctx)("purpose");
  for (const { personId } of rows) if (personId) looked(page, personId, purpose);
  const view = (
    <DayPage
      {...problem}
      ctx={ctx}
      formKey={formKey}
      plan={plan}
      day={day}
      around={await daysAround(ctx, plan.id, day)}
      shifts={shifts}
      rows={rows}
      typed={typed}
      only={only}
      notice={page.req.query("hinweis")}
    />
  );
  return page.render(view, { ...planProps(ctx, plan, say(ctx)("heading"), status), script: "on-site" });
};

const uuid = <Kind extends string>() => z.string().refine((text): text is Id<Kind> => isId<Kind>(text));

const Tick = z.object({
  anmeldung: uuid<"signup">(),
  marke: z.enum(markKinds).default("arrived"),
  wie: z.enum(["list", "code"]).default("list"),
  personen: whole(0, 50).optional(),
  tag: dayField.optional(),
});

const newMark = (page: Page, mark: Omit<Mark, "id" | "markedAt">): Mark => ({
  ...mark,
  id: crypto.randomUUID() as Id<"attendanceMark">,
  markedAt: page.var.ctx.now,
});

/** One tick by a form: the same as a phone sends, made here. */
const tick = async (page: Page) => {
  const { ctx } = page.var;
  const id = idIn<"opportunity">(page);
  await planToWrite(ctx, id);
  const input = read(ctx, Tick, await sent(page));
  if (!input.ok) return show(page, { status: 422 });
  const { anmeldung, marke, wie, personen, tag = dayOf(ctx.now) } = input.value;
  const row = await findExpected(ctx, anmeldung);
  found(row?.opportunityId === id ? row : undefined);
  const mark = newMark(page, { signupId: anmeldung, mark: marke, how: wie, people: personen });
  const { refused } = await takeMarks(ctx, id, { marks: [mark], ahead: 0 });
  const because = refused[0]?.because;
  if (because) return show(page, { status: 409, day: tag, refusal: { because, name: row?.name ?? "" } });
  const back = wie === "code" ? paths.onSiteOf(id, anmeldung) : `${paths.onSite(id)}?tag=${tag}`;
  return seeOther(page, `${back}#p-${anmeldung}`);
};

const Need = uuid<"shiftNeed">();
const WalkIn = z.object({
  name: line(120),
  bedarf: Need,
  anzahl: whole(1, 50).optional(),
  tag: dayField.optional(),
});

const addWalkIn = async (page: Page) => {
  const { ctx } = page.var;
  const id = idIn<"opportunity">(page);
  await planToWrite(ctx, id);
  const fields = await sent(page);
  const need = Need.safeParse(fields["bedarf"]);
  if (need.success) found((await listNeeds(ctx, id, [need.data])).get(need.data));
  const input = read(ctx, WalkIn, fields);
  const asked = dayField.safeParse(fields["tag"]);
  const day = asked.success ? { day: asked.data } : {};
  if (!input.ok)
    return show(page, { ...day, status: 422, form: input.form, wrongShift: String(fields["schicht"]) });
  const { name, bedarf, anzahl, tag = dayOf(ctx.now) } = input.value;
  const walkIn = { needId: bedarf, name, party: anzahl };
  const mark = newMark(page, { walkIn, mark: "arrived", how: "list" });
  const { refused, taken } = await takeMarks(ctx, id, { marks: [mark], ahead: 0 });
  const because = refused[0]?.because;
  if (because) return show(page, { status: 409, day: tag, refusal: { because, name } });
  return seeOther(page, `${paths.onSite(id)}?tag=${tag}#p-${taken[0]?.signupId ?? ""}`, "dazu");
};

const Closing = z.object({ tag: dayField, rest: z.enum(["arrived", "missed", "open"]) });

const close = async (page: Page) => {
  const { ctx } = page.var;
  const id = idIn<"opportunity">(page);
  await planToWrite(ctx, id);
  const input = read(ctx, Closing, await sent(page));
  if (!input.ok) return show(page, { status: 422 });
  const { tag: day, rest } = input.value;
  const outcome = await closeDay(ctx, id, { day, rest });
  if (!outcome.ok) return show(page, { status: 409, day, refusal: { because: outcome.because, name: "" } });
  return seeOther(page, `${paths.onSite(id)}?tag=${day}`, "abgeschlossen");
};

const state = async (page: Page) => {
  const { ctx } = page.var;
  const { id } = await planToWrite(ctx, idIn(page));
  return page.json({ taken: [], refused: [], clock: null, state: await readState(ctx, id, dayIn(page)) });
};

/** What a phone kept while it had no network: taken mark by mark, each once, and answered with the list as it is now. */
const marks = async (page: Page) => {
  const { ctx } = page.var;
  const { id } = await planToWrite(ctx, idIn(page));
  const body = SentBatch.safeParse(await page.req.json().catch(() => undefined));
  if (!body.success) return page.json({ error: say(ctx)("refused_invalid") }, 422);
  const { invalid, ...batch } = readBatch(ctx, body.data);
  const { taken, refused, movedMinutes } = await takeMarks(ctx, id, batch);
  const now = await readState(ctx, id, dayIn(page));
  const known = new Map(now.rows.map((row) => [row.id as string, row.name]));
  const names = new Map(
    batch.marks.map((mark) => [mark.id as string, mark.walkIn?.name ?? known.get(mark.signupId ?? "") ?? ""]),
  );
  const no = [...refused, ...invalid.map((one) => ({ id: one, because: "invalid" as const }))];
  const clock = batch.ahead !== 0 && movedMinutes > 0 ? say(ctx)("clock", { n: movedMinutes }) : null;
  return page.json({ taken, refused: refusalsInWords(ctx, no, names), clock, state: now });
};

/** `/schichtplan/:id/vor-ort`: the page of the day, by forms and by what a phone sends. */
export const pages = routes()
  .get("/:id/vor-ort", (page) => show(page))
  .post("/:id/vor-ort", tick)
  .post("/:id/vor-ort/dazu", addWalkIn)
  .post("/:id/vor-ort/abschluss", close)
  .get("/:id/vor-ort/marken", state)
  .post("/:id/vor-ort/marken", marks);
