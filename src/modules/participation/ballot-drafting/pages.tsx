import { allow, found } from "#core/errors.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import {
  addBallot,
  type BallotInput,
  type BallotRefusal,
  changeBallot,
  setOptions,
} from "#modules/participation/ballots/commands.ts";
import { type BallotId, findBallot, listOptions, ruleOf } from "#modules/participation/ballots/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import type { Ballot } from "#modules/participation/schema.ts";
import { ruleName } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";
import {
  BallotForm,
  ballotFrom,
  emptyForm,
  formOf,
  isOwnKind,
  listProcesses,
  type OwnKind,
  quoKey,
} from "./queries.ts";
import { BallotFormView, KindsView } from "./views.tsx";

const office = (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return ctx;
};

const ballotAt = async (page: Page) => {
  const ctx = office(page);
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const newProps = (page: Page, title: string, status: 200 | 422 | 409 = 200) => ({
  title,
  status,
  area: "office" as const,
  hidden: true,
  crumbs: [{ href: paths.officeBallots, label: common(page.get("ctx"))("ballots") }],
});

const kindIn = (page: Page): OwnKind | undefined => {
  const { art } = asked(page);
  return typeof art === "string" && isOwnKind(art) ? art : undefined;
};

const drawNew = async (page: Page, kind: OwnKind, form: Filled, status: 200 | 422 | 409 = 200) => {
  const ctx = office(page);
  const heading = say(ctx)("addHeading", { kind: ruleName(ctx, kind) });
  return page.render(
    <BallotFormView
      ctx={ctx}
      formKey={page.get("formKey")}
      heading={heading}
      kind={kind}
      action={`${paths.addBallot}?art=${kind}`}
      processes={await listProcesses(ctx)}
      form={form}
    />,
    newProps(page, heading, status),
  );
};

const refusedForm = (page: Page, form: Filled, because: BallotRefusal): Filled => {
  const field = { times: "closesOn", noWay: "takesOnline", noPostcodes: "postcodes", frozen: "" }[because];
  return withError(form, field, say(page.get("ctx"))(`refused_${because}`));
};

/** “Everything stays as it is” comes onto a ranked list with its tick, and goes with it. */
const settleQuo = async (page: Page, id: BallotId, { rule }: BallotInput): Promise<void> => {
  if (rule.kind !== "schulze" && rule.kind !== "irv") return;
  const ctx = page.get("ctx");
  const options = await listOptions(ctx, id);
  const isThere = options.some(({ key }) => key === quoKey);
  if ((rule.statusQuo === quoKey) === isThere) return;
  const others = options.filter(({ key }) => key !== quoKey);
  await setOptions(ctx, id, isThere ? others : [...others, { key: quoKey, title: say(ctx)("quoTitle") }]);
};

const add = async (page: Page) => {
  const ctx = office(page);
  const kind = kindIn(page);
  if (!kind) return seeOther(page, paths.addBallot);
  const input = read(ctx, BallotForm, await sent(page));
  if (!input.ok) return drawNew(page, kind, input.form, 422);
  const ballot = ballotFrom(input.value, kind);
  const outcome = await addBallot(ctx, ballot);
  if (!outcome.ok) return drawNew(page, kind, refusedForm(page, input.form, outcome.because), 409);
  await settleQuo(page, outcome.value.id, ballot);
  return seeOther(page, paths.ballotOptions(outcome.value.id), "gespeichert");
};

const drawEdit = async (page: Page, ballot: Ballot, form: Filled, status: 200 | 422 | 409 = 200) => {
  const ctx = office(page);
  return page.render(
    <BallotFormView
      ctx={ctx}
      formKey={page.get("formKey")}
      heading={say(ctx)("editHeading")}
      kind={ruleOf(ballot).kind}
      action={paths.ballotSettings(ballot.id)}
      processes={await listProcesses(ctx)}
      form={form}
      ballot={ballot}
    />,
    ballotProps(ctx, ballot, say(ctx)("editHeading"), status),
  );
};

const edit = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const input = read(ctx, BallotForm, await sent(page));
  if (!input.ok) return drawEdit(page, ballot, input.form, 422);
  const changed = ballotFrom(input.value, ruleOf(ballot).kind, ballot);
  const outcome = await changeBallot(ctx, ballot.id, changed);
  if (!outcome.ok) return drawEdit(page, ballot, refusedForm(page, input.form, outcome.because), 409);
  await settleQuo(page, ballot.id, changed);
  return seeOther(page, paths.officeBallot(ballot.id), "gespeichert");
};

/** `/buero/abstimmungen/neu` and `…/:id/bearbeiten`: a ballot is written, as long as it is a draft. */
export const pages = routes()
  .get("/neu", (page) => {
    const ctx = office(page);
    const kind = kindIn(page);
    return kind
      ? drawNew(page, kind, emptyForm(ctx.place))
      : page.render(<KindsView ctx={ctx} />, newProps(page, say(ctx)("kindHeading")));
  })
  .post("/neu", add)
  .get("/:id/bearbeiten", async (page) => {
    const { ballot } = await ballotAt(page);
    return drawEdit(page, ballot, formOf(ballot));
  })
  .post("/:id/bearbeiten", edit);
