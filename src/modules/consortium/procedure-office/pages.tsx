import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import {
  AdoptionInput,
  adoptRules,
  changeRules,
  draftRules,
  dropRules,
  type RulesRefusal,
} from "#modules/consortium/procedure/commands.ts";
import { findRules, listRules, type RulesRow, rulesInForce } from "#modules/consortium/procedure/queries.ts";
import { say } from "./messages.ts";
import { EditView, ListView, notices } from "./views.tsx";
import { RulesInput, rulesOf } from "./vocabulary.ts";

type Problem = {
  readonly form?: Filled;
  readonly adopting?: Filled;
  readonly refusal?: RulesRefusal;
};

const statusOf = ({ form, adopting, refusal }: Problem): 200 | 409 | 422 => {
  if (refusal) return 409;
  return form || adopting ? 422 : 200;
};

const noticeOf = (page: Page) => notices.find((one) => one === page.req.query("hinweis"));

const showAll = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const versions = await listRules(ctx);
  return page.render(
    <ListView
      ctx={ctx}
      formKey={formKey}
      versions={versions}
      notice={noticeOf(page)}
      refusal={problem.refusal}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: statusOf(problem),
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    },
  );
};

const rulesIn = async (page: Page): Promise<RulesRow> => {
  allow(may.run(page.var.ctx));
  return found(await findRules(page.var.ctx, idIn<"procedureRule">(page)));
};

const showOne = async (page: Page, draft: RulesRow, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  // An adopted version is read where everybody reads it; only the office's list leads on from here.
  if (draft.state === "adopted") return showAll(page, problem);
  return page.render(
    <EditView
      ctx={ctx}
      formKey={formKey}
      draft={draft}
      inForce={await rulesInForce(ctx)}
      notice={noticeOf(page)}
      {...problem}
    />,
    {
      title: say(ctx)("draft", { number: draft.number }),
      area: "office",
      status: statusOf(problem),
      crumbs: [
        { href: paths.register, label: common(ctx)("office") },
        { href: paths.officeRules, label: say(ctx)("heading") },
      ],
    },
  );
};

/** `/buero/konsortium/geschaeftsordnung`. */
export const pages = routes()
  .get("/", (page) => showAll(page))
  .post("/", async (page) => {
    const outcome = await draftRules(page.var.ctx);
    if (!outcome.ok) return showAll(page, { refusal: outcome.because });
    return seeOther(page, paths.editRules(outcome.value), "begonnen");
  })
  .get("/:id", async (page) => showOne(page, await rulesIn(page)))
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    const draft = await rulesIn(page);
    const input = read(ctx, RulesInput, await sent(page));
    if (!input.ok) return showOne(page, draft, { form: input.form });
    const outcome = await changeRules(ctx, draft.id, rulesOf(input.value));
    if (!outcome.ok) return showOne(page, draft, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.editRules(draft.id), "gespeichert");
  })
  .post("/:id/beschluss", async (page) => {
    const { ctx } = page.var;
    const draft = await rulesIn(page);
    const input = read(ctx, AdoptionInput, await sent(page));
    if (!input.ok) return showOne(page, draft, { adopting: input.form });
    const outcome = await adoptRules(ctx, draft.id, input.value);
    if (!outcome.ok) return showOne(page, draft, { adopting: input.form, refusal: outcome.because });
    return seeOther(page, paths.officeRules, "beschlossen");
  })
  .post("/:id/verwerfen", async (page) => {
    const draft = await rulesIn(page);
    const outcome = await dropRules(page.var.ctx, draft.id);
    if (!outcome.ok) return showOne(page, draft, { refusal: outcome.because });
    return seeOther(page, paths.officeRules, "verworfen");
  });
