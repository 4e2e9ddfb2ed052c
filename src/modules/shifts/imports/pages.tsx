import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { blank, type Filled, many, read, whole, withError } from "#core/input.ts";
import { dayOf, mondayOf, plusDays } from "#core/local-time.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { writeTable } from "#methods/table-file.ts";
import { readUpload } from "#modules/organizations/imports/commands.ts";
import { takeHelpers } from "#modules/shifts/newcomers/commands.ts";
import { planHelpers } from "#modules/shifts/newcomers/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, type Plan } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { takeShifts } from "./commands.ts";
import { say } from "./messages.ts";
import { planShifts } from "./queries.ts";
import { DryRunPage, ImportPage } from "./views.tsx";
import { type TableKind, tables, templateOf } from "./vocabulary.ts";

const longest = 2_000_000;

const Sent = z.object({
  tabelle: z.enum(tables).default("schichten"),
  text: z.string().max(longest).optional(),
  schritt: z.literal("uebernehmen").optional(),
  add: many(whole(1, 100_000), 5_000),
});

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

// "uebernommen-4-2-1": the figures of what was just taken over.
const noticeOf = (page: Page): string | undefined => {
  const words = say(page.get("ctx"));
  const told = /^(schichten|menschen)-(\d{1,5})-(\d{1,5})-(\d{1,5})$/u.exec(
    String(asked(page)["hinweis"] ?? ""),
  );
  if (!told) return undefined;
  const [, kind, added = "", changed = "", rest = ""] = told;
  return kind === "schichten"
    ? words("doneShifts", { added, changed, same: rest })
    : words("doneHelpers", { added, changed, left: rest });
};

const show = (page: Page, plan: Plan, form?: Filled, kind?: TableKind) => {
  const ctx = page.get("ctx");
  return page.render(
    <ImportPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      form={form}
      kind={kind}
      notice={noticeOf(page)}
    />,
    planProps(ctx, plan, say(ctx)("heading"), form ? 422 : 200),
  );
};

type Table = { readonly kind: TableKind; readonly content: string; readonly refusal?: "blocked" };

const dryRun = async (page: Page, plan: Plan, { kind, content, refusal }: Table) => {
  const ctx = page.get("ctx");
  const rows =
    kind === "schichten" ? await planShifts(ctx, plan.id, content) : await planHelpers(ctx, plan, content);
  const isWrong =
    !rows.ok || ("shifts" in rows ? rows.shifts : rows.helpers).some(({ state }) => state === "wrong");
  return page.render(
    <DryRunPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      kind={kind}
      content={content}
      rows={rows}
      refusal={refusal}
    />,
    planProps(ctx, plan, say(ctx)(`dry_${kind}`), refusal ? 409 : isWrong ? 422 : 200),
  );
};

const take = async (page: Page, plan: Plan, { kind, content }: Table, add: readonly number[]) => {
  const ctx = page.get("ctx");
  const back = (one: number, two: number, three: number) =>
    seeOther(page, paths.imports(plan.id), `${kind}-${one}-${two}-${three}`);
  if (kind === "schichten") {
    const outcome = await takeShifts(ctx, plan.id, content);
    if (outcome.ok) return back(outcome.value.added, outcome.value.changed, outcome.value.same);
    const blocked = outcome.because === "blocked" ? { refusal: "blocked" as const } : {};
    return dryRun(page, plan, { kind, content, ...blocked });
  }
  const outcome = await takeHelpers(ctx, plan.id, content, add);
  if (!outcome.ok) return dryRun(page, plan, { kind, content });
  return back(outcome.value.added, outcome.value.changed, outcome.value.left);
};

const template = async (page: Page, kind: TableKind) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const saturday = plusDays(mondayOf(dayOf(ctx.now)), 19);
  const [year, month, day] = saturday.split("-");
  const roles = (await listRoles(ctx, plan.id)).map(({ name }) => name);
  const { headings, rows } = templateOf(kind, `${day}.${month}.${year}`, roles);
  return page.body(writeTable(headings, rows), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="vorlage-${kind}.csv"`,
  });
};

/** `/schichtplan/:id/import`: a table is tried, and taken over as a whole or not at all. */
export const pages = routes()
  .get("/:id/import", async (page) => show(page, await planIn(page)))
  .get("/:id/import/schichten.csv", async (page) => template(page, "schichten"))
  .get("/:id/import/menschen.csv", async (page) => template(page, "menschen"))
  .post("/:id/import", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const body = await sent(page);
    const input = read(ctx, Sent, body);
    if (!input.ok) return show(page, plan, input.form);
    const { tabelle: kind, text, schritt, add } = input.value;
    const file = body["file"];
    const hasFile = file instanceof File && file.size > 0;
    if (!hasFile && text) {
      const table = { kind, content: text };
      return schritt ? take(page, plan, table, add) : dryRun(page, plan, table);
    }
    const upload = await readUpload(file);
    if (upload.ok) return dryRun(page, plan, { kind, content: upload.value.text });
    return show(page, plan, withError(blank, "file", say(ctx)(upload.because)), kind);
  });
