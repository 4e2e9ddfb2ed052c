import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, read, whole, withError } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, type Plan } from "#modules/shifts/queries.ts";
import type { SignupRule } from "#modules/shifts/schema.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { addRule, endRule, type NewRule, raiseRule } from "./commands.ts";
import { say } from "./messages.ts";
import { countDecisions, listDecisions, listRules, type PreviewRow, previewRule } from "./queries.ts";
import { RulesPage } from "./views.tsx";
import { conditions, decisions, isPlain } from "./vocabulary.ts";

const Rule = z.object({
  wenn: z.enum(conditions),
  zahl: whole(0, 10_000).optional(),
  dann: z.enum(decisions),
  wo: z.enum(["hier", "alle"]).default("hier"),
  warum: line(300).optional(),
  probe: z.string().optional(),
});

const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

type Problem = {
  readonly form?: Filled;
  readonly preview?: readonly PreviewRow[];
  readonly refusal?: "many";
  readonly status?: 200 | 409 | 422;
};

const draw = async (page: Page, plan: Plan, { form, preview, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  const rules = await listRules(ctx, { organizationId: plan.organizationId, opportunityId: plan.id });
  const log = await listDecisions(ctx, plan.id);
  const shown = [...(preview ?? []), ...log].flatMap(({ personId }) => personId ?? []);
  for (const personId of new Set(shown)) looked(page, personId, say(ctx)("looked"));
  return page.render(
    <RulesPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      rules={rules}
      counts={
        await countDecisions(
          ctx,
          rules.map(({ id }) => id),
        )
      }
      log={log}
      form={form}
      preview={preview}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

type Fact = SignupRule["fact"];
const factIn = (condition: z.output<typeof Rule>["wenn"]) => {
  const comparison = condition.endsWith("_at_least") ? ("at_least" as const) : ("at_most" as const);
  return { comparison, fact: condition.slice(0, -comparison.length - 1) as Fact };
};

const ruleIn = ({ wenn, zahl = 0, dann, wo, warum }: z.output<typeof Rule>): NewRule => {
  const { fact, comparison } = factIn(wenn);
  const value = isPlain(wenn) ? Number(comparison === "at_least") : zahl;
  return { fact, comparison, value, decision: dann, words: warum ?? "", everywhere: wo === "alle" };
};

const add = async (page: Page) => {
  const ctx = page.get("ctx");
  const plan = await planIn(page);
  const input = read(ctx, Rule, await sent(page));
  if (!input.ok) return draw(page, plan, { form: input.form, status: 422 });
  const { wenn, zahl, probe } = input.value;
  if (zahl === undefined && !isPlain(wenn)) {
    return draw(page, plan, { form: withError(input.form, "zahl", say(ctx)("missingValue")), status: 422 });
  }
  const rule = ruleIn(input.value);
  if (probe) {
    const preview = await previewRule(ctx, plan.organizationId, rule);
    return draw(page, plan, { form: input.form, preview });
  }
  const outcome = await addRule(ctx, plan.id, rule);
  if (!outcome.ok) return draw(page, plan, { form: input.form, refusal: outcome.because, status: 409 });
  return seeOther(page, paths.rules(plan.id), "angelegt");
};

/** `/schichtplan/:id/regeln` */
export const pages = routes()
  .get("/:id/regeln", async (page) => draw(page, await planIn(page)))
  .post("/:id/regeln", add)
  .post("/:id/regeln/:rule/ende", async (page) => {
    const plan = await planIn(page);
    await endRule(page.get("ctx"), plan.id, idIn(page, "rule"));
    return seeOther(page, paths.rules(plan.id), "beendet");
  })
  .post("/:id/regeln/:rule/hoch", async (page) => {
    const plan = await planIn(page);
    await raiseRule(page.get("ctx"), plan.id, idIn(page, "rule"));
    return seeOther(page, paths.rules(plan.id), "geordnet");
  });
