import { allow, found } from "#core/errors.ts";
import { blank, type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { templateTable } from "#modules/organizations/exports/queries.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { ApplyInput, applyImport, ImportInput, keepImport, readUpload } from "./commands.ts";
import { say } from "./messages.ts";
import { findImport, listImports, planImport } from "./queries.ts";
import { ImportsPage, PlanPage } from "./views.tsx";

const showStart = async (page: Page, form: Filled, status: 200 | 413 | 422 = 200) => {
  const ctx = page.get("ctx");
  allow(may.import(ctx));
  return page.render(
    <ImportsPage ctx={ctx} form={form} formKey={page.get("formKey")} last={await listImports(ctx)} />,
    {
      title: say(ctx)("title"),
      area: "office",
      status,
    },
  );
};

const showPlan = async (page: Page, refusal?: "already" | "wrong") => {
  const ctx = page.get("ctx");
  const file = found(await findImport(ctx, idIn<"import">(page)));
  // A file of offers has its own page, which the opportunities draw.
  if (file.kind === "opportunities") return page.redirect(`${paths.imports}/angebote/${file.id}`, 302);
  const plan = file.appliedAt ? undefined : await planImport(ctx, file);
  return page.render(
    <PlanPage ctx={ctx} file={file} plan={plan} formKey={page.get("formKey")} refusal={refusal} />,
    {
      title: file.fileName,
      area: "office",
      status: refusal ? 409 : plan && !plan.ok ? 422 : 200,
      crumbs: [{ href: paths.imports, label: say(ctx)("title") }],
    },
  );
};

const tableHeaders = (fileName: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${fileName}"`,
});

/** /buero/import */
export const pages = routes()
  .get("/", (page) => showStart(page, blank))
  .get("/vorlage.csv", (page) => {
    allow(may.import(page.get("ctx")));
    return page.body(templateTable(), 200, tableHeaders("organisationen-vorlage.csv"));
  })
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.import(ctx));
    const body = await sent(page);
    const input = read(ctx, ImportInput, body);
    const upload = await readUpload(body["file"]);
    if (!upload.ok)
      return showStart(
        page,
        withError(input.form, "file", say(ctx)(upload.because)),
        upload.because === "tooBig" ? 413 : 422,
      );
    if (!input.ok) return showStart(page, input.form, 422);
    const { name: fileName, text } = upload.value;
    const id = await keepImport(ctx, { ...input.value, fileName, text });
    return seeOther(page, paths.importFile(id));
  })
  .get("/:id{[0-9a-f-]{36}}", (page) => showPlan(page))
  .post("/:id{[0-9a-f-]{36}}", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"import">(page);
    const input = read(ctx, ApplyInput, await sent(page));
    const outcome = await applyImport(ctx, id, input.ok ? input.value.add : []);
    return outcome.ok ? seeOther(page, paths.importFile(id)) : showPlan(page, outcome.because);
  });
