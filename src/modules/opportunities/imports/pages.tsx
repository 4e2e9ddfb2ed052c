import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { blank, type Filled, line, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { writeTable } from "#methods/table-file.ts";
import { manage, paths } from "#modules/opportunities/paths.ts";
import { may } from "#modules/opportunities/policy.ts";
import { keepImport, readUpload } from "#modules/organizations/imports/commands.ts";
import { findImport } from "#modules/organizations/imports/queries.ts";
import { applyOffers } from "./commands.ts";
import { say } from "./messages.ts";
import { planImport } from "./queries.ts";
import { AppliedPage, DryRunPage, UploadPage } from "./views.tsx";
import { templateExample, templateHeadings } from "./vocabulary.ts";

const Upload = z.object({ source: line(80) });

const crumbs = (page: Page) => [{ href: manage.office.list, label: say(page.get("ctx"))("offers") }];

const upload = (page: Page, form: Filled, status?: 422) => {
  const ctx = page.get("ctx");
  return page.render(<UploadPage ctx={ctx} form={form} formKey={page.get("formKey")} />, {
    title: say(ctx)("heading"),
    crumbs: crumbs(page),
    area: "office",
    hidden: true,
    ...(status ? { status } : {}),
  });
};

const draw = async (page: Page, refusal?: "already" | "wrong") => {
  const ctx = page.get("ctx");
  const file = found(await findImport(ctx, idIn(page)));
  if (file.kind !== "opportunities") return page.notFound();
  const content = file.appliedAt ? (
    <AppliedPage ctx={ctx} file={file} refusal={refusal} />
  ) : (
    <DryRunPage
      ctx={ctx}
      file={file}
      plan={await planImport(ctx, file.source, file.content)}
      formKey={page.get("formKey")}
      refusal={refusal}
    />
  );
  return page.render(content, {
    title: file.fileName,
    crumbs: [...crumbs(page), { href: paths.imports, label: say(ctx)("heading") }],
    area: "office",
    hidden: true,
    ...(refusal ? { status: 409 as const } : {}),
  });
};

/** /buero/import/angebote: upload, dry run, and all or nothing. */
export const pages = routes()
  .get("/", (page) => {
    allow(may.import(page.get("ctx")));
    return upload(page, blank);
  })
  .get("/vorlage.csv", (page) => {
    allow(may.import(page.get("ctx")));
    return page.body(writeTable(templateHeadings, [templateExample]), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="angebote-vorlage.csv"',
    });
  })
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.import(ctx));
    const body = await sent(page);
    const input = read(ctx, Upload, body);
    if (!input.ok) return upload(page, input.form, 422);
    const file = await readUpload(body["file"]);
    if (!file.ok) return upload(page, withError(input.form, "file", say(ctx)(file.because)), 422);
    const { name, text } = file.value;
    const id = await keepImport(ctx, {
      kind: "opportunities",
      source: input.value.source,
      fileName: name,
      text,
    });
    return seeOther(page, paths.importFile(id));
  })
  .get("/:id{[0-9a-f-]{36}}", (page) => draw(page))
  .post("/:id{[0-9a-f-]{36}}", async (page) => {
    const body = await sent(page);
    const outcome = await applyOffers(page.get("ctx"), idIn(page), body["publish"] === "on");
    return outcome.ok ? seeOther(page, paths.importFile(idIn(page))) : draw(page, outcome.because);
  });
