import { randomUUID } from "node:crypto";
import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, paragraph, read, withError } from "#core/input.ts";
import { typeset } from "#core/typeset.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import type { Block, Report } from "#methods/report.ts";
import { moved, problemsOfReport } from "#methods/report-edit.ts";
import { type ChangeRefusal, changeReport, sealReport } from "#modules/reports/commands.ts";
import { paths } from "#modules/reports/paths.ts";
import { may } from "#modules/reports/policy.ts";
import { paperFor } from "#modules/reports/printing/queries.ts";
import { findReport, picturesOf, type ReportRow } from "#modules/reports/queries.ts";
import { say } from "./messages.ts";
import { BlockFormView, DraftView, nameOf, type WrittenKind } from "./views.tsx";

const crumbs = (page: Page, row?: ReportRow) => [
  { href: "/buero", label: say(page.get("ctx"))("office") },
  { href: paths.register, label: say(page.get("ctx"))("heading") },
  ...(row ? [{ href: paths.draft(row.id), label: row.title }] : []),
];

const rowAt = async (page: Page): Promise<ReportRow> => {
  const ctx = page.get("ctx");
  allow(may.write(ctx));
  return found(await findReport(ctx, idIn<"report">(page)));
};

type Shown = {
  readonly form?: Filled;
  readonly sealForm?: Filled;
  readonly notice?: "saved" | "changedMeanwhile" | "refused_data";
  readonly status?: 409 | 422;
};

const draw = async (page: Page, row: ReportRow, { form, sealForm, notice, status }: Shown = {}) => {
  const ctx = page.get("ctx");
  if (row.state === "sealed") return seeOther(page, paths.show(row.slug));
  return page.render(
    <DraftView
      ctx={ctx}
      formKey={page.get("formKey")}
      row={row}
      pictures={await picturesOf(ctx, row.content)}
      problems={problemsOfReport(row.content)}
      form={form}
      sealForm={sealForm}
      notice={notice ?? (asked(page)["hinweis"] === "gespeichert" ? "saved" : undefined)}
    />,
    { title: row.title, crumbs: crumbs(page), area: "office", ...(status ? { status } : {}) },
  );
};

const refuse = async (page: Page, row: ReportRow, because: ChangeRefusal) => {
  if (because === "sealed") return seeOther(page, paths.show(row.slug));
  const fresh = found(await findReport(page.get("ctx"), row.id));
  return draw(page, fresh, { notice: because === "data" ? "refused_data" : "changedMeanwhile", status: 409 });
};

const Frame = z.object({
  fassung: z.coerce.number().int(),
  title: line(300),
  subtitle: line(500).optional(),
  author: line(300),
});

const acts: Readonly<Record<string, (blocks: readonly Block[], key: string) => readonly Block[]>> = {
  hoch: (blocks, key) => moved(blocks, key, -1),
  runter: (blocks, key) => moved(blocks, key, 1),
  weg: (blocks, key) =>
    blocks.map((block) => (block.key === key ? { ...block, omitted: !block.omitted } : block)),
  loeschen: (blocks, key) => blocks.filter((block) => block.key !== key || block.origin === "data"),
};

const Written = z.object({
  fassung: z.coerce.number().int(),
  nach: z.string().max(200).optional(),
  kind: z.enum(["text", "heading1", "heading2", "note", "quote"]),
  text: paragraph(20_000),
});

const blockOf = (key: string, kind: WrittenKind, text: string): Block => {
  const base = { key, origin: "written" as const };
  if (kind === "heading1" || kind === "heading2")
    return { kind: "heading", ...base, level: kind === "heading1" ? 1 : 2, text: text.slice(0, 300) };
  if (kind === "text") return { kind, ...base, text };
  return { kind, ...base, text: text.slice(0, 4_000) };
};

const kindOf = (block: Block): WrittenKind => {
  if (block.kind === "heading") return block.level === 1 ? "heading1" : "heading2";
  return block.kind === "note" || block.kind === "quote" ? block.kind : "text";
};

type Writing = {
  readonly key?: string | undefined;
  readonly after?: string | undefined;
  readonly form?: Filled;
  readonly isStale?: boolean;
};

const drawForm = (page: Page, row: ReportRow, { key, after, form, isStale = false }: Writing) => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  const { blocks } = row.content;
  const block =
    key === undefined ? undefined : found(blocks.find((one) => one.key === key && one.origin === "written"));
  const at = blocks.findIndex((one) => one.key === after);
  const before = blocks[at];
  const fresh = before ? words("addHeading", { part: nameOf(ctx, before, at) }) : words("addStart");
  const heading = block ? words("editHeading") : fresh;
  return page.render(
    <BlockFormView
      ctx={ctx}
      formKey={page.get("formKey")}
      row={row}
      heading={heading}
      action={block ? paths.block(row.id, block.key) : paths.blocks(row.id)}
      submit={words(block ? "save" : "add")}
      kind={block && kindOf(block)}
      text={block && "text" in block ? block.text : undefined}
      after={after}
      form={form}
      isStale={isStale}
    />,
    {
      title: heading,
      crumbs: crumbs(page, row),
      area: "office",
      ...(isStale ? { status: 409 as const } : form ? { status: 422 as const } : {}),
    },
  );
};

const write = async (page: Page, key?: string) => {
  const ctx = page.get("ctx");
  const row = await rowAt(page);
  const input = read(ctx, Written, await sent(page));
  if (!input.ok) return drawForm(page, row, { key, form: input.form });
  const { kind, text, nach = "", fassung } = input.value;
  if (key !== undefined) found(row.content.blocks.find((one) => one.key === key));
  const block = blockOf(key ?? `w-${randomUUID()}`, kind, text);
  const place = (report: Report): Report => {
    if (key !== undefined)
      return {
        ...report,
        blocks: report.blocks.map((one) => (one.key === key && one.origin === "written" ? block : one)),
      };
    const at = report.blocks.findIndex((one) => one.key === nach);
    return { ...report, blocks: report.blocks.toSpliced(at + 1, 0, block) };
  };
  const outcome = await changeReport(ctx, row.id, fassung, place);
  if (outcome.ok) return seeOther(page, `${paths.draft(row.id)}#teil-${block.key}`);
  if (outcome.because === "changedMeanwhile")
    return drawForm(page, row, {
      key,
      after: nach,
      isStale: true,
      form: { values: { kind, text }, errors: {} },
    });
  return refuse(page, row, outcome.because);
};

const key = (page: Page): string => page.req.param("key") ?? "";

const seal = async (page: Page) => {
  const ctx = page.get("ctx");
  const row = await rowAt(page);
  const body = await sent(page);
  if (body["gelesen"] !== "on")
    return draw(page, row, {
      sealForm: withError({ values: {}, errors: {} }, "gelesen", say(ctx)("sealConfirmMissing")),
      status: 422,
    });
  const outcome = await sealReport(ctx, row.id, Number(body["fassung"]), page.get("origin"));
  if (outcome.ok) return seeOther(page, paths.show(outcome.value));
  if (outcome.because === "problems") return draw(page, row, { status: 409 });
  return refuse(page, row, outcome.because);
};

/** `/buero/berichte/:id`: a report is written, ordered and sealed. */
export const pages = routes()
  .get("/:id", async (page) => draw(page, await rowAt(page)))
  .post("/:id", async (page) => {
    const ctx = page.get("ctx");
    const row = await rowAt(page);
    const input = read(ctx, Frame, await sent(page));
    if (!input.ok) return draw(page, row, { form: input.form, status: 422 });
    const { fassung, title, subtitle, author } = input.value;
    const outcome = await changeReport(ctx, row.id, fassung, ({ subtitle: _, ...report }) => ({
      ...report,
      title,
      author,
      ...(subtitle ? { subtitle } : {}),
    }));
    return outcome.ok
      ? seeOther(page, paths.draft(row.id), "gespeichert")
      : refuse(page, row, outcome.because);
  })
  .get("/:id/teile", async (page) => {
    const after = asked(page)["nach"];
    return drawForm(page, await rowAt(page), { after: typeof after === "string" ? after : undefined });
  })
  .post("/:id/teile", (page) => write(page))
  .get("/:id/teile/:key", async (page) => drawForm(page, await rowAt(page), { key: key(page) }))
  .post("/:id/teile/:key", async (page) => {
    const body = await sent(page);
    const act = acts[String(body["was"] ?? "")];
    if (!act) return write(page, key(page));
    const row = await rowAt(page);
    found(row.content.blocks.find((one) => one.key === key(page)));
    const outcome = await changeReport(page.get("ctx"), row.id, Number(body["fassung"]), (report) => ({
      ...report,
      blocks: [...act(report.blocks, key(page))],
    }));
    return outcome.ok
      ? seeOther(page, `${paths.draft(row.id)}#teil-${key(page)}`)
      : refuse(page, row, outcome.because);
  })
  .get("/:id/vorschau.pdf", async (page) => {
    const row = await rowAt(page);
    const paper = await paperFor(page.get("ctx"), row.content, { origin: page.get("origin"), mark: "" });
    return page.body(new Uint8Array(await typeset(paper)), 200, { "content-type": "application/pdf" });
  })
  .post("/:id/siegel", seal);
