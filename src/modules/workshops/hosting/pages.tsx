import * as z from "zod";
import { found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, line, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listCards } from "#modules/workshops/cards/queries.ts";
import { workshopToRun } from "#modules/workshops/commands.ts";
import { paths } from "#modules/workshops/paths.ts";
import { listPhases, listTables, openPhase } from "#modules/workshops/queries.ts";
import type { Workshop } from "#modules/workshops/schema.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { type PaperRefusal, readLines, takePaper } from "./commands.ts";
import { say } from "./messages.ts";
import { NoParts, PaperPage } from "./views.tsx";

const workshopIn = (page: Page): Promise<Workshop> => workshopToRun(page.var.ctx, idIn<"workshop">(page));

type Shown = {
  readonly form?: Filled;
  readonly refusal?: PaperRefusal;
  readonly pasted?: ReturnType<typeof readLines> & { readonly key: string };
  readonly phase?: string | undefined;
  readonly table?: string | undefined;
};

const show = async (page: Page, workshop: Workshop, shown: Shown = {}) => {
  const { ctx, formKey } = page.var;
  const phases = await listPhases(ctx, workshop.id);
  const wanted = shown.phase ?? page.req.query("teil");
  const phase = phases.find(({ id }) => id === wanted) ?? openPhase(phases) ?? phases[0];
  const status = shown.refusal ? 409 : shown.form && !shown.pasted ? 422 : 200;
  const props = officeProps(ctx, workshop, say(ctx)("heading"), status);
  if (!phase) return page.render(<NoParts ctx={ctx} workshop={workshop} />, props);
  const cards = await listCards(ctx, phase.id);
  return page.render(
    <PaperPage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      phases={phases}
      tables={await listTables(ctx, workshop.id)}
      phase={phase}
      table={shown.table ?? page.req.query("tisch") ?? ""}
      last={cards.slice(-5).toReversed()}
      form={shown.form}
      pasted={shown.pasted}
      refusal={shown.refusal}
      notice={page.req.query("hinweis")}
    />,
    props,
  );
};

const key = z.string().regex(/^[\w-]{8,56}$/u);
const Where = z.object({ teil: z.string(), tisch: z.string().optional(), marke: key });
const OneCard = Where.extend({ text: line(500) });
const Lines = Where.extend({ zeilen: paragraph(40_000), was: z.enum(["preview", "take"]) });

const photoIn = (value: unknown): File | undefined =>
  value instanceof File && value.size > 0 ? value : undefined;

const take = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const fields = await sent(page);
  const isMany = fields["was"] !== undefined;
  const input = isMany ? read(ctx, Lines, fields) : read(ctx, OneCard, fields);
  if (!input.ok) return show(page, workshop, { form: input.form });
  const { teil, tisch, marke } = input.value;
  const phase = found((await listPhases(ctx, workshop.id)).find(({ id }) => id === teil));
  const table = isId<"workshopTable">(tisch) ? tisch : null;
  const pasted = "zeilen" in input.value ? readLines(input.value.zeilen) : undefined;
  const cards = "text" in input.value ? [input.value.text] : (pasted?.cards ?? []);
  const shown = { form: input.form, phase: teil, table: tisch };
  if (pasted && "was" in input.value && input.value.was === "preview")
    return show(page, workshop, { ...shown, pasted: { ...pasted, key: marke } });
  const photo = photoIn(fields["bild"]);
  const outcome = await takePaper(ctx, workshop.id, { phase, table, cards, key: marke, photo });
  if (!outcome.ok) return show(page, workshop, { ...shown, refusal: outcome.because });
  const query = new URLSearchParams({ teil, ...(tisch ? { tisch } : {}) });
  const back = `${paths.paperCards(workshop.id)}?${query}`;
  return isMany ? seeOther(page, back, "karten") : seeOther(page, `${back}#f-text`);
};

/** `/buero/werkstaetten/:id/karten`: what was written on paper. */
export const pages = routes()
  .get("/:id/karten", async (page) => show(page, await workshopIn(page)))
  .post("/:id/karten", take);
