import { type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/desk/paths.ts";
import { listStaff } from "#modules/people/queries.ts";
import {
  arrangeSubstitution,
  endSubstitution,
  NewSubstitution,
  type SubstitutionRefusal,
} from "./commands.ts";
import { say } from "./messages.ts";
import { listSubstitutions } from "./queries.ts";
import { SubstitutionPage } from "./views.tsx";

const fields: Readonly<Record<SubstitutionRefusal, string>> = {
  same: "vertretung",
  unknown: "vertretung",
  order: "bis",
  past: "bis",
  overlap: "von",
};

const show = async (page: Page, status: 200 | 409 | 422 = 200, form?: Filled) => {
  const ctx = page.get("ctx");
  return page.render(
    <SubstitutionPage
      ctx={ctx}
      formKey={page.get("formKey")}
      rows={await listSubstitutions(ctx)}
      staff={await listStaff(ctx)}
      form={form}
      notice={page.req.query("hinweis")}
    />,
    { title: say(ctx)("heading"), area: "office", status },
  );
};

/** Substitution while somebody is away. */
export const pages = routes()
  .get("/", (page) => show(page))
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const input = read(ctx, NewSubstitution, await sent(page));
    if (!input.ok) return show(page, 422, input.form);
    const outcome = await arrangeSubstitution(ctx, input.value);
    if (outcome.ok) return seeOther(page, paths.substitution, "eingerichtet");
    const sentence = say(ctx)(`refused_${outcome.because}`);
    return show(page, 409, withError(input.form, fields[outcome.because], sentence));
  })
  .post("/:id/ende", async (page) => {
    await endSubstitution(page.get("ctx"), idIn(page));
    return seeOther(page, paths.substitution, "beendet");
  });
