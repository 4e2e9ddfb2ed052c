import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { amount, type Filled, filledWith, line, paragraph, read, withError } from "#core/input.ts";
import { amountText } from "#core/number.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findFund } from "#modules/participation/funds/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { recordCheck } from "./commands.ts";
import { say } from "./messages.ts";
import { findCandidate, listCandidates, listChecks } from "./queries.ts";
import { ChecksView, CheckView } from "./views.tsx";

const CheckForm = z.object({
  kind: z.enum(["eligibility", "cost"]),
  verdict: z.enum(["passed", "failed"]),
  costCents: amount(1, 100_000_000_00)
    .optional()
    .transform((value) => value ?? null),
  officeWords: line(200),
  words: paragraph(4_000),
});

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  const fund = found(await findFund(ctx, process.id));
  return { ctx, process, fund, formKey: page.get("formKey") };
};

type Problem = { readonly form?: Filled; readonly refused?: boolean };

const showOne = async (page: Page, { form, refused }: Problem = {}) => {
  const base = await baseOf(page);
  const { ctx, process, fund } = base;
  const candidate = found(await findCandidate(ctx, fund, idIn<"proposal">(page, "proposal")));
  const suggested = candidate.checkedCents ?? candidate.costCents;
  const start = filledWith({ costCents: suggested === null ? undefined : amountText(ctx, suggested) });
  return page.render(
    <CheckView
      {...base}
      candidate={candidate}
      checks={await listChecks(ctx, candidate.id)}
      form={form ?? start}
      refused={refused}
      saved={page.req.query("hinweis") === "gespeichert"}
    />,
    officeProps(ctx, process, candidate.title, refused ? 409 : form ? 422 : 200),
  );
};

/** `/buero/beteiligung/:id/fonds/pruefung`: may it be funded, and what does it cost? */
export const pages = routes()
  .get("/:id/fonds/pruefung", async (page) => {
    const { ctx, process, fund } = await baseOf(page);
    return page.render(
      <ChecksView ctx={ctx} process={process} fund={fund} candidates={await listCandidates(ctx, fund)} />,
      officeProps(ctx, process, say(ctx)("heading")),
    );
  })
  .get("/:id/fonds/pruefung/:proposal", (page) => showOne(page))
  .post("/:id/fonds/pruefung/:proposal", async (page) => {
    const { ctx, process, fund } = await baseOf(page);
    const candidate = found(await findCandidate(ctx, fund, idIn<"proposal">(page, "proposal")));
    const words = say(ctx);
    const input = read(ctx, CheckForm, await sent(page));
    if (!input.ok) return showOne(page, { form: input.form });
    const outcome = await recordCheck(ctx, candidate.id, input.value);
    if (outcome.ok) return seeOther(page, paths.officeCheck(process.id, candidate.id), "gespeichert");
    if (outcome.because === "onBallot") return showOne(page, { form: input.form, refused: true });
    const sentence = words(outcome.because === "noCost" ? "errorNoCost" : "errorBounds");
    return showOne(page, { form: withError(input.form, "costCents", sentence) });
  });
