import * as z from "zod";
import { deviceToken } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, filledWith, paragraph, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { addCard, withdrawCard } from "#modules/workshops/cards/commands.ts";
import { giveDots } from "#modules/workshops/dots/commands.ts";
import { chooseTable } from "#modules/workshops/guests/commands.ts";
import { deviceOf } from "#modules/workshops/guests/paths.ts";
import { Door } from "#modules/workshops/guests/views.tsx";
import { paths } from "#modules/workshops/paths.ts";
import { listTables } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopGuest } from "#modules/workshops/schema.ts";
import { say } from "./messages.ts";
import { findSeat, readHall } from "./queries.ts";
import { HallPage, type Refusal } from "./views.tsx";

const seatIn = async (page: Page) => {
  const slug = slugIn(page);
  return found(await findSeat(page.var.ctx, slug, deviceToken(page, deviceOf(slug))));
};

type Problem = { readonly form?: Filled; readonly refusal?: Refusal };
type Seated = { readonly workshop: Workshop; readonly guest: WorkshopGuest };

const showHall = async (page: Page, { workshop, guest }: Seated, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const view = (
    <HallPage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      guest={guest}
      notice={page.req.query("hinweis")}
      {...(await readHall(ctx, workshop, guest))}
      {...problem}
    />
  );
  const status = problem.refusal ? 409 : problem.form ? 422 : 200;
  return page.render(view, { title: say(ctx)("heading"), status, hidden: true, script: "hall" });
};

const door = (page: Page) =>
  page.render(<Door ctx={page.var.ctx} formKey={page.var.formKey} />, {
    title: say(page.var.ctx)("heading"),
    hidden: true,
  });

const show = async (page: Page) => {
  const { workshop, guest } = await seatIn(page);
  return guest ? showHall(page, { workshop, guest }) : door(page);
};

const sitDown = async (page: Page) => {
  const { ctx } = page.var;
  const { workshop, guest } = await seatIn(page);
  if (!guest) return seeOther(page, paths.door);
  const { tisch } = await sent(page);
  if (typeof tisch !== "string" || !isId<"workshopTable">(tisch)) return showHall(page, { workshop, guest });
  await chooseTable(ctx, workshop.id, guest.id, tisch);
  return seeOther(page, paths.hall(workshop.slug), "platz");
};

const idOf = <Kind extends string>() => z.string().refine((text): text is Id<Kind> => isId<Kind>(text));
const clientKey = z.string().regex(/^[\w-]{8,64}$/u);
const CardForm = z.object({ text: paragraph(500), marke: clientKey, teil: idOf<"workshopPhase">() });

/** One card by a form, or one of one's own taken back. */
const layDown = async (page: Page, seated: Seated) => {
  const { ctx } = page.var;
  const { workshop, guest } = seated;
  const fields = await sent(page);
  const { zurueck } = fields;
  if (typeof zurueck === "string") {
    if (!isId<"card">(zurueck)) return showHall(page, seated);
    const outcome = await withdrawCard(ctx, guest.id, zurueck);
    if (!outcome.ok) return showHall(page, seated, { refusal: outcome.because });
    return seeOther(page, paths.hall(workshop.slug), "zurueck");
  }
  const input = read(ctx, CardForm, fields);
  if (!input.ok) return showHall(page, seated, { form: input.form });
  const { text, marke, teil } = input.value;
  const where = { workshop: workshop.id, phase: teil, table: guest.tableId, guest: guest.id };
  const outcome = await addCard(ctx, { ...where, text, clientKey: marke, how: "phone" });
  if (!outcome.ok) return showHall(page, seated, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.hall(workshop.slug), "karte");
};

const Batch = z.object({
  cards: z
    .array(
      z.object({
        key: clientKey,
        phase: idOf<"workshopPhase">(),
        table: idOf<"workshopTable">().nullish(),
        text: paragraph(500),
      }),
    )
    .max(20),
});

const stateOf = async (page: Page, { workshop, guest }: Seated) => {
  const { phase, cards } = await readHall(page.var.ctx, workshop, guest);
  const words = say(page.var.ctx);
  return {
    phase: phase?.id ?? "",
    takes: phase?.takes ?? "nothing",
    cards: cards.map(({ id, number, text, own, clientKey: key, clusterId }) => ({
      id,
      text,
      own,
      key,
      number: words("number", { n: number }),
      free: clusterId === null,
    })),
  };
};

/** What a phone kept while it had no network: each card once, and what was not taken in by its name. */
const takeBatch = async (page: Page, seated: Seated) => {
  const { ctx } = page.var;
  const { workshop, guest } = seated;
  const body = Batch.safeParse(await page.req.json().catch(() => undefined));
  if (!body.success) return page.json({ error: "invalid" }, 422);
  const tables = new Set<string>((await listTables(ctx, workshop.id)).map(({ id }) => id));
  const taken: string[] = [];
  const refused: { readonly key: string; readonly because: string }[] = [];
  // A phone sends one card, seldom a few: each is taken or refused by itself.
  for (const { key, phase, table, text } of body.data.cards) {
    const at = table && tables.has(table) ? table : guest.tableId;
    const where = { workshop: workshop.id, phase, table: at, guest: guest.id };
    const outcome = await addCard(ctx, { ...where, text, clientKey: key, how: "phone" });
    if (outcome.ok) taken.push(key);
    else refused.push({ key, because: outcome.because });
  }
  return page.json({ taken, refused, state: await stateOf(page, seated) });
};

const isJson = (page: Page): boolean =>
  (page.req.header("content-type") ?? "").startsWith("application/json");

const cards = async (page: Page) => {
  const { workshop, guest } = await seatIn(page);
  if (!guest) return isJson(page) ? page.json({ error: "door" }, 401) : seeOther(page, paths.door);
  return isJson(page) ? takeBatch(page, { workshop, guest }) : layDown(page, { workshop, guest });
};

const state = async (page: Page) => {
  const { workshop, guest } = await seatIn(page);
  if (!guest) return page.json({ error: "door" }, 401);
  return page.json(await stateOf(page, { workshop, guest }));
};

const dotsIn = (fields: Readonly<Record<string, unknown>>) =>
  Object.entries(fields).flatMap(([name, value]) => {
    const id = name.startsWith("punkte-") ? name.slice("punkte-".length) : "";
    const count = Number(value);
    return isId<"cardCluster">(id) && Number.isSafeInteger(count) && count > 0
      ? [{ clusterId: id, count }]
      : [];
  });

const give = async (page: Page) => {
  const { ctx } = page.var;
  const { workshop, guest } = await seatIn(page);
  if (!guest) return seeOther(page, paths.door);
  const fields = await sent(page);
  const { teil } = fields;
  if (typeof teil !== "string" || !isId<"workshopPhase">(teil)) return showHall(page, { workshop, guest });
  const outcome = await giveDots(ctx, guest.id, teil, dotsIn(fields));
  if (outcome.ok) return seeOther(page, paths.hall(workshop.slug), "punkte");
  const form = filledWith(fields);
  const refusal = outcome.because === "tooMany" ? "dots" : "dotsClosed";
  return showHall(page, { workshop, guest }, { form, refusal });
};

/** `/werkstaetten/:slug/saal`: the page of a phone in the hall, by forms and by what its script sends. */
export const pages = routes()
  .get("/:slug/saal", show)
  .post("/:slug/saal", sitDown)
  .post("/:slug/saal/karten", cards)
  .post("/:slug/saal/punkte", give)
  .get("/:slug/saal/stand", state);
