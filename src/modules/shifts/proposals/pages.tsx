import * as z from "zod";
import { dayAndTime } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, many, read, withError } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { adoptProposal } from "#modules/shifts/adoptions/commands.ts";
import { say } from "#modules/shifts/comparisons/messages.ts";
import { compare } from "#modules/shifts/comparisons/queries.ts";
import { dropProposal, requestProposal, stopProposal } from "#modules/shifts/computing/commands.ts";
import { findProposal, isOpen, listProposals, type ProposalRow } from "#modules/shifts/computing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, type Plan } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { countProblem, namedProblem } from "./queries.ts";
import { OpenPage, ProposalsPage, ResultPage, timeLimits } from "./views.tsx";

/** The plan in the address, for somebody who may write it. */
const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

type Problem = {
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly status?: 200 | 409 | 422;
};

const showList = async (page: Page, plan: Plan, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <ProposalsPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      rows={await listProposals(ctx, plan.id)}
      counts={await countProblem(ctx, plan)}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

const rowIn = async (page: Page, plan: Plan): Promise<ProposalRow> =>
  found(await findProposal(page.get("ctx"), plan.id, idIn<"planProposal">(page, "proposal")));

const secondsBetweenLooks = 3;

const showOne = async (page: Page, plan: Plan, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const row = await rowIn(page, plan);
  const [formKey, notice] = [page.get("formKey"), page.req.query("hinweis")];
  const shared = { ctx, formKey, plan, row, refusal, notice };
  const title = say(ctx)("proposalOf", { when: dayAndTime(ctx, row.madeAt) });
  const { crumbs = [], ...rest } = planProps(ctx, plan, title, status);
  const above = { href: paths.proposals(plan.id), label: say(ctx)("heading") };
  const props = { ...rest, crumbs: [...crumbs, above] };
  const { answer } = row.result;
  const comparison = await compare(ctx, row);
  if (!answer || !comparison) {
    // Without a script as well: the browser looks again by itself as long as there is something to wait for.
    if (isOpen(row)) page.header("Refresh", `${secondsBetweenLooks}; url=${paths.proposal(plan.id, row.id)}`);
    return page.render(<OpenPage {...shared} />, props);
  }
  const purpose = say(ctx)("looked", { offer: plan.title });
  for (const { id } of comparison.problem.helpers) if (isId<"person">(id)) looked(page, id, purpose);
  return page.render(<ResultPage {...shared} form={form} answer={answer} comparison={comparison} />, props);
};

const Request = z.object({ sekunden: z.enum(timeLimits) });

const isPerson = (text: string): text is Id<"person"> => isId<"person">(text);
const Adoption = z.object({ menschen: many(z.string().refine(isPerson), 5_000) });

const adopt = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const id = idIn<"planProposal">(page, "proposal");
  const input = read(ctx, Adoption, await sent(page));
  if (!input.ok) return showOne(page, plan, { form: input.form, status: 422 });
  const people = input.value.menschen;
  if (people.length === 0) {
    const form = withError(input.form, "menschen", say(ctx)("chooseSomebody"));
    return showOne(page, plan, { form, status: 422 });
  }
  const outcome = await adoptProposal(ctx, plan.id, id, { people, words: say(ctx)("removedWords") });
  if (outcome.ok) return seeOther(page, paths.proposal(plan.id, id), "uebernommen");
  return showOne(page, plan, { refusal: say(ctx)(`refused_${outcome.because}`), status: 409 });
};

const download = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const problem = found(await namedProblem(ctx, await rowIn(page, plan)));
  const purpose = say(ctx)("looked", { offer: plan.title });
  for (const { id } of problem.helpers) if (isPerson(id)) looked(page, id, purpose);
  return page.body(`${JSON.stringify(problem, null, 1)}\n`, 200, {
    "content-type": "application/json; charset=utf-8",
    "content-disposition": `attachment; filename="plan-${plan.slug}.json"`,
  });
};

/** "Vorschlag rechnen": asked for, watched, compared, taken over. */
export const pages = routes()
  .get("/:id/vorschlaege", async (page) => showList(page, await planIn(page)))
  .post("/:id/vorschlaege", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const input = read(ctx, Request, await sent(page));
    if (!input.ok) return showList(page, plan, { form: input.form, status: 422 });
    const outcome = await requestProposal(ctx, plan.id, { timeLimitSeconds: Number(input.value.sekunden) });
    if (outcome.ok) return seeOther(page, paths.proposal(plan.id, outcome.value));
    const refusal = say(ctx)(`refused_${outcome.because}`);
    return showList(page, plan, { form: input.form, refusal, status: 409 });
  })
  .get("/:id/vorschlaege/:proposal", async (page) => showOne(page, await planIn(page)))
  .get("/:id/vorschlaege/:proposal/aufgabe.json", download)
  .post("/:id/vorschlaege/:proposal/stopp", async (page) => {
    const plan = await planIn(page);
    const id = idIn<"planProposal">(page, "proposal");
    await stopProposal(page.get("ctx"), plan.id, id);
    return seeOther(page, paths.proposal(plan.id, id), "angehalten");
  })
  .post("/:id/vorschlaege/:proposal/uebernahme", adopt)
  .post("/:id/vorschlaege/:proposal/ablage", async (page) => {
    const ctx = page.get("ctx");
    const plan = await planIn(page);
    const id = idIn<"planProposal">(page, "proposal");
    const outcome = await dropProposal(ctx, plan.id, id);
    if (outcome.ok) return seeOther(page, paths.proposals(plan.id), "abgelegt");
    return showOne(page, plan, { refusal: say(ctx)(`refused_${outcome.because}`), status: 409 });
  });
