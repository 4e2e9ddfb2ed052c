import type { Id } from "#core/id.ts";
import { blank, type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import { addSource, askNow, confirmSource, endSource, SourceForm } from "./commands.ts";
import { say } from "./messages.ts";
import { countShown, listSources } from "./queries.ts";
import { noticeOf, SourcesPage } from "./views.tsx";

type Shown = {
  readonly form?: Filled;
  readonly status?: 200 | 409 | 422;
  readonly refusal?: "justRead";
};

const show = async (page: Page, desk: Desk, { form = blank, status = 200, refusal }: Shown = {}) => {
  const ctx = page.get("ctx");
  const organization = await openOrganization(ctx, idIn<"organization">(page));
  const sources = await listSources(ctx, organization.id);
  const shown = await countShown(
    ctx,
    sources.map(({ id }) => id),
  );
  return page.render(
    <SourcesPage
      ctx={ctx}
      desk={desk}
      organization={organization}
      sources={sources}
      shown={shown}
      form={form}
      formKey={page.get("formKey")}
      notice={noticeOf(asked(page)["hinweis"] as string | undefined)}
      refusal={refusal}
    />,
    {
      title: say(ctx)("title"),
      area: desk === "office" ? "office" : "public",
      hidden: true,
      crumbs: [
        { href: edit[desk].list, label: say(ctx)(desk === "office" ? "office" : "yours") },
        { href: edit[desk].profile(organization.id), label: organization.name },
      ],
      status,
    },
  );
};

const sourceIn = (page: Page): [organization: Id<"organization">, source: Id<"calendarSource">] => [
  idIn<"organization">(page),
  idIn<"calendarSource">(page, "source"),
];

/** …/:id/kalender, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .get("/:id/kalender", (page) => show(page, desk))
    .post("/:id/kalender", async (page) => {
      const ctx = page.get("ctx");
      const id = idIn<"organization">(page);
      await openOrganization(ctx, id);
      const input = read(ctx, SourceForm, await sent(page));
      if (!input.ok) {
        const typed = input.form.values["url"] !== undefined && input.form.values["url"] !== "";
        const form = typed ? withError(input.form, "url", say(ctx)("urlWrong")) : input.form;
        return show(page, desk, { form, status: 422 });
      }
      const outcome = await addSource(ctx, id, input.value);
      if (outcome.ok) return seeOther(page, edit[desk].calendar(id), "eingetragen");
      const form = withError(input.form, "url", say(ctx)(`refused_${outcome.because}`));
      return show(page, desk, { form, status: 409 });
    })
    .post("/:id/kalender/:source/lesen", async (page) => {
      const [id, source] = sourceIn(page);
      const outcome = await askNow(page.get("ctx"), id, source);
      if (!outcome.ok) return show(page, desk, { refusal: outcome.because, status: 409 });
      return seeOther(page, edit[desk].calendar(id), "gefragt");
    })
    .post("/:id/kalender/:source/freigabe", async (page) => {
      const [id, source] = sourceIn(page);
      await confirmSource(page.get("ctx"), id, source);
      return seeOther(page, edit[desk].calendar(id), "bestaetigt");
    })
    .post("/:id/kalender/:source/ende", async (page) => {
      const [id, source] = sourceIn(page);
      await endSource(page.get("ctx"), id, source);
      return seeOther(page, edit[desk].calendar(id), "beendet");
    });
