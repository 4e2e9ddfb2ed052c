import * as z from "zod";
import { isStaff } from "#core/actor.ts";
import { allow } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, line, read } from "#core/input.ts";
import { type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { addSurvey } from "#modules/surveys/commands.ts";
import { paths } from "#modules/surveys/paths.ts";
import { may } from "#modules/surveys/policy.ts";
import { listAskers, listSurveys, writesSurveys } from "#modules/surveys/queries.ts";
import { say } from "./messages.ts";
import { countAnswers } from "./queries.ts";
import { AddView, ListView } from "./views.tsx";

const propsOf = (page: Page, title: string, status: 200 | 422 = 200): PageProps => ({
  title,
  status,
  area: isStaff(page.get("ctx").actor) ? "office" : "public",
  hidden: true,
});

const showAdd = async (page: Page, form?: Filled) => {
  const ctx = page.get("ctx");
  allow(writesSurveys(ctx));
  return page.render(
    <AddView
      ctx={ctx}
      formKey={page.get("formKey")}
      askers={await listAskers(ctx)}
      forTown={may.writeForTown(ctx)}
      form={form}
    />,
    propsOf(page, say(ctx)("add"), form ? 422 : 200),
  );
};

const isAsker = (text: string): text is Id<"organization"> | "stadt" => text === "stadt" || isId(text);

const Added = z.object({ title: line(200), organizationId: z.string().refine(isAsker) });

const add = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(writesSurveys(ctx));
  const input = read(ctx, Added, await sent(page));
  if (!input.ok) return showAdd(page, input.form);
  const { title, organizationId } = input.value;
  const id = await addSurvey(
    ctx,
    { title },
    { organizationId: organizationId === "stadt" ? null : organizationId },
  );
  return seeOther(page, paths.survey(id), "begonnen");
};

/** `/fragebogen`: the surveys one may write, and a new one. */
export const pages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(writesSurveys(ctx));
    const surveys = await listSurveys(ctx);
    const answers = await countAnswers(
      ctx,
      surveys.map(({ id }) => id),
    );
    return page.render(
      <ListView ctx={ctx} surveys={surveys} answers={answers} />,
      propsOf(page, say(ctx)("heading")),
    );
  })
  .get("/neu", (page) => showAdd(page))
  .post("/neu", add);
