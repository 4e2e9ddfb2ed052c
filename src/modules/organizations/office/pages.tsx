import * as z from "zod";
import { allow } from "#core/errors.ts";
import { blank, type Filled, filledWith, line, read, tick, whole } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { addOrganization, Identity, Reach } from "#modules/organizations/commands.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import { say } from "./messages.ts";
import { countClaims, findTwin, listForOffice, officeViews } from "./queries.ts";
import { AddPage, OfficeListPage } from "./views.tsx";

const Filter = z.object({
  ansicht: z.enum(officeViews).catch("all"),
  q: line(100).optional().catch(undefined),
  seite: whole(1, 10_000).catch(1),
});

const Stub = Identity.pick({ name: true, sector: true, summary: true })
  .extend(Reach.pick({ phone: true, email: true, street: true, postcode: true, townName: true }).shape)
  .extend({ despite: tick });

const showAdd = async (
  page: Page,
  form: Filled,
  status: 200 | 409 | 422,
  twin?: Awaited<ReturnType<typeof findTwin>>,
) => {
  const ctx = page.get("ctx");
  allow(may.add(ctx));
  return page.render(<AddPage ctx={ctx} form={form} formKey={page.get("formKey")} twin={twin} />, {
    title: say(ctx)("addHeading"),
    area: "office",
    status,
    crumbs: [{ href: paths.office, label: say(ctx)("title") }],
  });
};

/** /buero/organisationen */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.add(ctx));
    const { ansicht: view, q: words = "", seite: number } = Filter.parse(asked(page));
    const { rows, counts } = await listForOffice(ctx, { view, words, page: number });
    return page.render(
      <OfficeListPage
        ctx={ctx}
        rows={rows}
        counts={counts}
        view={view}
        words={words}
        page={number}
        form={filledWith({ q: words })}
        claims={await countClaims(ctx)}
      />,
      { title: say(ctx)("title"), area: "office" },
    );
  })
  .get("/neu", (page) => showAdd(page, blank, 200))
  .post("/neu", async (page) => {
    const ctx = page.get("ctx");
    allow(may.add(ctx));
    const input = read(ctx, Stub, await sent(page));
    if (!input.ok) return showAdd(page, input.form, 422);
    const { despite, ...stub } = input.value;
    const twin = despite ? undefined : await findTwin(ctx, stub);
    if (twin) return showAdd(page, input.form, 409, twin);
    const { id } = await addOrganization(ctx, stub);
    return seeOther(page, paths.record(id), "made");
  });
