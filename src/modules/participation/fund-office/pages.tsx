import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { amount, type Filled, filledWith, paragraph, read, tick, whole, withError } from "#core/input.ts";
import { amountText } from "#core/number.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changeFundWords, type FundRefusal, saveFund } from "#modules/participation/funds/commands.ts";
import { findFund, type KeptRule, recommended } from "#modules/participation/funds/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import type { Fund } from "#modules/participation/schema.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { FundView } from "./views.tsx";

const most = 100_000_000_00;
const optionalWords = (max: number) =>
  paragraph(max)
    .optional()
    .transform((value) => value ?? "");

const Words = z.object({ criteriaWords: optionalWords(6_000), sourceWords: optionalWords(2_000) });

const FundForm = Words.extend({
  budgetCents: amount(100, most),
  leastCostCents: amount(1, most),
  mostCostCents: amount(1, most),
  leastSupports: whole(0, 100_000),
  kind: z.enum(["equalShares", "greedy"]),
  paper: z.enum(["approval", "points"]),
  most: whole(0, 100),
  leastVotes: whole(0, 100_000),
  utility: z.enum(["cost", "cardinality", "given"]),
  completion: z.enum(["none", "add1", "add1-exhaustive"]),
  step: amount(1, 100_00),
  thenByVotes: tick,
  comparison: tick,
})
  .refine(({ paper, most: marks }) => paper === "approval" || marks > 0, { error: "points", path: ["most"] })
  .refine(({ paper, utility }) => utility !== "given" || paper === "points", {
    error: "given",
    path: ["utility"],
  });
type FundForm = z.output<typeof FundForm>;

const ruleIn = (form: FundForm): KeptRule => {
  const { kind, paper, most: marks, leastVotes } = form;
  if (kind === "greedy") return { kind, paper, most: marks, leastVotes };
  const { utility, completion, step, thenByVotes, comparison } = form;
  return { kind, paper, most: marks, leastVotes, utility, completion, step, thenByVotes, comparison };
};

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  return { ctx, process, fund: await findFund(ctx, process.id), formKey: page.get("formKey") };
};

const formOf = (ctx: Parameters<typeof amountText>[0], fund: Fund | undefined): Filled => {
  const rule = { ...recommended, ...(fund?.rule as KeptRule | undefined) };
  return filledWith({
    ...rule,
    step: amountText(ctx, rule.step),
    criteriaWords: fund?.criteriaWords,
    sourceWords: fund?.sourceWords,
    leastSupports: String(fund?.leastSupports ?? 5),
    most: String(rule.most),
    leastVotes: String(rule.leastVotes),
    thenByVotes: rule.thenByVotes ? "on" : undefined,
    comparison: rule.comparison ? "on" : undefined,
    budgetCents: fund && amountText(ctx, fund.budgetCents),
    leastCostCents: amountText(ctx, fund?.leastCostCents ?? 10_000),
    mostCostCents: fund && amountText(ctx, fund.mostCostCents),
  });
};

const show = async (page: Page, form?: Filled) => {
  const base = await baseOf(page);
  const { ctx, process, fund } = base;
  return page.render(
    <FundView
      {...base}
      form={form ?? formOf(ctx, fund)}
      saved={page.req.query("hinweis") === "gespeichert"}
    />,
    officeProps(ctx, process, say(ctx)("heading"), form ? 422 : 200),
  );
};

const refusedForm = (page: Page, form: Filled, because: Exclude<FundRefusal, "frozen">): Filled => {
  const words = say(page.get("ctx"));
  return because === "bounds"
    ? withError(form, "leastCostCents", words("errorBounds"))
    : withError(form, "mostCostCents", words("errorOverPot"));
};

const saveWords = async (page: Page) => {
  const { ctx, process } = await baseOf(page);
  const input = read(ctx, Words, await sent(page));
  if (!input.ok) return show(page, input.form);
  await changeFundWords(ctx, process.id, input.value);
  return seeOther(page, paths.officeFund(process.id), "gespeichert");
};

/** `/buero/beteiligung/:id/fonds`: the pot and the rule of a citizens' fund. */
export const pages = routes()
  .get("/:id/fonds", (page) => show(page))
  .post("/:id/fonds", async (page) => {
    const { ctx, process, fund } = await baseOf(page);
    if (fund?.frozenAt) return saveWords(page);
    const words = say(ctx);
    const input = read(ctx, FundForm, await sent(page), {
      points: words("errorPoints"),
      given: words("errorGiven"),
    });
    if (!input.ok) return show(page, input.form);
    const outcome = await saveFund(ctx, process.id, { ...input.value, rule: ruleIn(input.value) });
    if (!outcome.ok && outcome.because !== "frozen")
      return show(page, refusedForm(page, input.form, outcome.because));
    return seeOther(page, paths.officeFund(process.id), "gespeichert");
  });
