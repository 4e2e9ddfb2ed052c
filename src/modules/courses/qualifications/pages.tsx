import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/courses/paths.ts";
import { may } from "#modules/courses/policy.ts";
import {
  addQualification,
  changeQualification,
  QualificationInput,
  retireQualification,
} from "./commands.ts";
import { say } from "./messages.ts";
import { countHolders, listEnding, listHolders, listQualifications } from "./queries.ts";
import { QualificationsView, QualificationView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: "/buero", label: say(page.get("ctx"))("office") }];

const heard = (page: Page): string => String(asked(page)["hinweis"] ?? "");

const showList = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  allow(may.keep(ctx));
  return page.render(
    <QualificationsView
      ctx={ctx}
      formKey={page.get("formKey")}
      rows={await listQualifications(ctx, { withRetired: true })}
      counts={await countHolders(ctx)}
      ending={await listEnding(ctx)}
      form={form}
      notice={heard(page) === "neu" ? "added" : undefined}
    />,
    { title: say(ctx)("heading"), crumbs: crumbs(page), area: "office", status: form ? 422 : 200 },
  );
};

const notices = { gespeichert: "changed", ende: "retiredNotice", zurueck: "returnedNotice" } as const;

const showOne = async (page: Page, id: Id<"qualification">, form?: Filled) => {
  const ctx = page.get("ctx");
  allow(may.keep(ctx));
  const all = await listQualifications(ctx, { withRetired: true });
  const one = found(all.find((row) => row.id === id));
  const notice = Object.entries(notices).find(([name]) => name === heard(page))?.[1];
  return page.render(
    <QualificationView
      ctx={ctx}
      formKey={page.get("formKey")}
      one={one}
      all={all}
      holders={await listHolders(ctx, id)}
      form={form}
      notice={notice}
    />,
    {
      title: one.name,
      crumbs: [...crumbs(page), { href: paths.list, label: say(ctx)("heading") }],
      area: "office",
      status: form ? 422 : 200,
    },
  );
};

/** `/buero/qualifikationen`: what one may be qualified for. */
export const pages = routes()
  .get("/", (page) => showList(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.keep(ctx));
    const input = read(ctx, QualificationInput, await sent(page));
    if (!input.ok) return showList(page, input.form);
    const outcome = await addQualification(ctx, input.value);
    if (!outcome.ok) return showList(page, withError(input.form, "name", say(ctx)("errorName")));
    return seeOther(page, paths.list, "neu");
  })
  .get("/:id", (page) => showOne(page, idIn(page)))
  .post("/:id", async (page) => {
    const ctx = page.get("ctx");
    allow(may.keep(ctx));
    const id = idIn<"qualification">(page);
    const input = read(ctx, QualificationInput, await sent(page));
    if (!input.ok) return showOne(page, id, input.form);
    const outcome = await changeQualification(ctx, id, input.value);
    if (outcome.ok) return seeOther(page, paths.one(id), "gespeichert");
    const [field, sentence] =
      outcome.because === "name" ? (["name", "errorName"] as const) : (["includes", "errorCircle"] as const);
    return showOne(page, id, withError(input.form, field, say(ctx)(sentence)));
  })
  .post("/:id/ende", async (page) => {
    const body = await sent(page);
    const back = body["back"] === "on";
    const id = idIn<"qualification">(page);
    await retireQualification(page.get("ctx"), id, !back);
    return seeOther(page, paths.one(id), back ? "zurueck" : "ende");
  });
