import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, paragraph, read, whole, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { type ReconcileRefusal, reconcile } from "./commands.ts";
import { say } from "./messages.ts";
import { countOpenPiles, numbersOf } from "./queries.ts";
import { ReconciliationSheet, ReconciliationView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

type Problem = { readonly refusal?: ReconcileRefusal; readonly form?: Filled };

const show = async (page: Page, { refusal, form }: Problem = {}) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  const status = refusal ? 409 : form ? 422 : 200;
  return page.render(
    <ReconciliationView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      numbers={await numbersOf(ctx, ballot.id)}
      openPiles={await countOpenPiles(ctx, ballot.id)}
      refusal={refusal && words(`refused_${refusal}`)}
      notice={page.req.query("hinweis") === "unterschrieben" ? words("done") : undefined}
      form={form}
    />,
    ballotProps(ctx, ballot, words("heading"), status),
  );
};

const Signed = z.object({
  uebrig: whole(0, 100_000),
  erste: line(200),
  zweite: line(200),
  worte: paragraph(4_000).optional(),
});

const sign = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const input = read(ctx, Signed, await sent(page));
  if (!input.ok) return show(page, { form: input.form });
  const { uebrig, erste, zweite, worte = "" } = input.value;
  const outcome = await reconcile(ctx, ballot.id, {
    unused: uebrig,
    firstName: erste,
    secondName: zweite,
    words: worte,
  });
  if (outcome.ok) return seeOther(page, paths.reconciliation(ballot.id), "unterschrieben");
  const field = { unused: "uebrig", sameName: "zweite", unexplained: "worte" } as const;
  const { because } = outcome;
  const form =
    because in field
      ? withError(input.form, field[because as keyof typeof field], say(ctx)(`refused_${because}`))
      : input.form;
  return show(page, { refusal: because, form });
};

/** `/buero/abstimmungen/:id/abgleich`: the roll beside the box, and two who sign it. */
export const pages = routes()
  .get("/:id/abgleich", (page) => show(page))
  .post("/:id/abgleich", sign)
  .get("/:id/abgleich/blatt", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    return page.render(
      <ReconciliationSheet ctx={ctx} ballot={ballot} numbers={await numbersOf(ctx, ballot.id)} />,
      ballotProps(ctx, ballot, say(ctx)("sheetHeading")),
    );
  });
