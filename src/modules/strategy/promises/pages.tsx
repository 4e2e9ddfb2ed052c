import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { organizationChoices, organizationsOf } from "#modules/organizations/queries.ts";
import {
  AnswerInput,
  answerCommitment,
  CommitmentInput,
  givenInput,
  offerCommitment,
  tellGiven,
} from "#modules/strategy/commitments/commands.ts";
import {
  type CommitmentRow,
  findCommitment,
  listCommitments,
  listEnding,
  ownOrganizations,
} from "#modules/strategy/commitments/queries.ts";
import { findMeasure, findMeasureByNumber, type MeasureRow } from "#modules/strategy/measures/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import { say } from "#modules/strategy/promise-form/messages.ts";
import { type Choice, type Heard, heard, type Refusal } from "#modules/strategy/promise-form/views.tsx";
import {
  EndInput,
  endCommitment,
  RenewalInput,
  renewCommitment,
} from "#modules/strategy/renewals/commands.ts";
import { officeProps } from "#modules/strategy/views.tsx";
import { NewView, OfficeListView, OneView, OwnListView } from "./views.tsx";

/** What came back to be put right, and why a command declined. */
type Problem = {
  readonly giving?: Filled;
  readonly renewing?: Filled;
  readonly ending?: Filled;
  readonly answering?: Filled;
  readonly refusal?: Refusal;
};

const statusOf = ({ refusal, ...forms }: Problem): 200 | 409 | 422 => {
  if (refusal) return 409;
  return Object.values(forms).some(Boolean) ? 422 : 200;
};

const heardIn = (page: Page): Heard | undefined =>
  heard.find((notice) => notice === page.req.query("hinweis"));

/** The words of what a form of a promise may get wrong. */
const errorsOf = (page: Page) => {
  const words = say(page.var.ctx);
  return { order: words("errorOrder"), figure: words("errorFigure") };
};

type Show = (page: Page, problem: Problem) => Response | Promise<Response>;
type Doing = (page: Page, promise: CommitmentRow, at: string, show: Show) => Promise<Response>;

/** What was given so far is told. */
const give: Doing = async (page, { id, kind }, at, show) => {
  const { ctx } = page.var;
  const input = read(ctx, givenInput(kind), await sent(page), errorsOf(page));
  if (!input.ok) return show(page, { giving: input.form });
  const outcome = await tellGiven(ctx, id, input.value);
  if (!outcome.ok) return show(page, { giving: input.form, refusal: outcome.because });
  return seeOther(page, at, "gegeben");
};

/** It goes on after its end. */
const renew: Doing = async (page, { id }, at, show) => {
  const { ctx } = page.var;
  const input = read(ctx, RenewalInput, await sent(page));
  if (!input.ok) return show(page, { renewing: input.form });
  const outcome = await renewCommitment(ctx, id, input.value.endsOn);
  if (!outcome.ok) return show(page, { renewing: input.form, refusal: outcome.because });
  return seeOther(page, at, "verlaengert");
};

/** It ends, or an offer is taken back. */
const end: Doing = async (page, { id }, at, show) => {
  const { ctx } = page.var;
  const input = read(ctx, EndInput, await sent(page));
  if (!input.ok) return show(page, { ending: input.form });
  const outcome = await endCommitment(ctx, id, input.value.words);
  if (!outcome.ok) return show(page, { ending: input.form, refusal: outcome.because });
  return seeOther(page, at, "beendet");
};

// The office, and only what one's own organization promised for everybody else: the rest is not there.
const promiseIn = async (page: Page, office: boolean): Promise<CommitmentRow> => {
  const { ctx } = page.var;
  if (office) allow(may.run(ctx));
  const promise = found(await findCommitment(ctx, idIn<"measureCommitment">(page)));
  if (!office) found(ownOrganizations(ctx).includes(promise.organizationId) ? promise : undefined);
  return promise;
};

const mineProps = (title: string, status: 200 | 409 | 422) => ({ title, status, hidden: true }) as const;

const showOne = (office: boolean) => async (page: Page, problem: Problem) => {
  const { ctx, formKey } = page.var;
  const promise = await promiseIn(page, office);
  return page.render(
    <OneView
      ctx={ctx}
      formKey={formKey}
      promise={promise}
      office={office}
      at={office ? paths.officeCommitment(promise.id) : paths.commitment(promise.id)}
      notice={heardIn(page)}
      {...problem}
    />,
    office
      ? officeProps(ctx, promise.organization, statusOf(problem), [
          { href: paths.officeCommitments, label: say(ctx)("heading") },
        ])
      : mineProps(say(ctx)("ownHeading"), statusOf(problem)),
  );
};

const handle = (office: boolean, doing: Doing) => async (page: Page) => {
  const promise = await promiseIn(page, office);
  const at = office ? paths.officeCommitment(promise.id) : paths.commitment(promise.id);
  return doing(page, promise, at, showOne(office));
};

const choicesOf = async (page: Page, office: boolean): Promise<readonly Choice[]> => {
  const { ctx } = page.var;
  if (office) return organizationChoices(ctx);
  return ctx.actor.kind === "person" ? organizationsOf(ctx, ctx.actor.id) : [];
};

const showNew = async (
  page: Page,
  measure: MeasureRow,
  office: boolean,
  form?: Filled,
  refusal?: Refusal,
) => {
  const { ctx, formKey } = page.var;
  const organizations = await choicesOf(page, office);
  if (!office) allow(organizations.length > 0);
  const status = refusal ? 409 : form ? 422 : 200;
  return page.render(
    <NewView
      ctx={ctx}
      formKey={formKey}
      measure={measure}
      organizations={organizations}
      action={office ? paths.typeCommitment(measure.id) : paths.addCommitment(measure.number)}
      form={form}
      refusal={refusal}
    />,
    office ? officeProps(ctx, say(ctx)("type"), status) : mineProps(say(ctx)("offer"), status),
  );
};

const offer = async (page: Page, measure: MeasureRow, office: boolean) => {
  const { ctx } = page.var;
  if (!office) allow((await choicesOf(page, false)).length > 0);
  const fields = await sent(page);
  const input = read(ctx, CommitmentInput, fields, errorsOf(page));
  if (!input.ok) return showNew(page, measure, office, input.form);
  const organization = String(fields["organizationId"] ?? "");
  const known = isId<"organization">(organization) ? organization : ownOrganizations(ctx)[0];
  const outcome = await offerCommitment(ctx, measure.id, found(known), input.value);
  if (!outcome.ok) return showNew(page, measure, office, input.form, outcome.because);
  return office
    ? seeOther(page, paths.officeMeasure(measure.id), "zusage")
    : seeOther(page, paths.commitment(outcome.value), "angeboten");
};

const answer: Doing = async (page, { id }, at, show) => {
  const { ctx } = page.var;
  const input = read(ctx, AnswerInput, await sent(page), { why: say(ctx)("errorWhy") });
  if (!input.ok) return show(page, { answering: input.form });
  const outcome = await answerCommitment(ctx, id, input.value);
  if (!outcome.ok) return show(page, { answering: input.form, refusal: outcome.because });
  return seeOther(page, at, "beantwortet");
};

/** `/buero/strategie/zusagen`: what partners offer is answered; what they gave, renew and end is entered. */
export const officePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    return page.render(
      <OfficeListView ctx={ctx} commitments={await listCommitments(ctx)} ending={await listEnding(ctx)} />,
      officeProps(ctx, say(ctx)("heading")),
    );
  })
  .get("/:id", (page) => showOne(true)(page, {}))
  .post("/:id/antwort", handle(true, answer))
  .post("/:id/stand", handle(true, give))
  .post("/:id/verlaengerung", handle(true, renew))
  .post("/:id/ende", handle(true, end));

const measureIn = async (page: Page): Promise<MeasureRow> => {
  allow(may.run(page.var.ctx));
  return found(await findMeasure(page.var.ctx, idIn<"measure">(page)));
};

/** `/buero/strategie/massnahmen/:id/zusagen`: a promise is typed in. */
export const typingPages = routes()
  .get("/:id/zusagen", async (page) => showNew(page, await measureIn(page), true))
  .post("/:id/zusagen", async (page) => offer(page, await measureIn(page), true));

const numbered = async (page: Page): Promise<MeasureRow> =>
  found(await findMeasureByNumber(page.var.ctx, Number(page.req.param("number"))));

/** `/mein/strategie`: what one's own organization promises. */
export const minePages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    const organizations = ownOrganizations(ctx);
    allow(organizations.length > 0);
    return page.render(
      <OwnListView ctx={ctx} commitments={await listCommitments(ctx, { organizations })} />,
      mineProps(say(ctx)("ownHeading"), 200),
    );
  })
  .get("/zusagen/neu/:number{[0-9]{1,6}}", async (page) => showNew(page, await numbered(page), false))
  .post("/zusagen/neu/:number{[0-9]{1,6}}", async (page) => offer(page, await numbered(page), false))
  .get("/zusagen/:id", (page) => showOne(false)(page, {}))
  .post("/zusagen/:id/stand", handle(false, give))
  .post("/zusagen/:id/verlaengerung", handle(false, renew))
  .post("/zusagen/:id/ende", handle(false, end));
