import { allow } from "#core/errors.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent } from "#core/web.ts";
import type { Weights } from "#methods/match-score.ts";
import { weightsOf } from "#modules/opportunities/openings/queries.ts";
import { paths } from "#modules/opportunities/paths.ts";
import { counts, setWeights, WeightsInput } from "./commands.ts";
import { say } from "./messages.ts";
import { may } from "./policy.ts";
import { listChanges, previewWeights } from "./queries.ts";
import { OfficeWeightsPage, WeightsPage } from "./views.tsx";

const historyShown = 20;

/** Below `/helfen`: how suggestions come about. */
export const publicPages = routes().get("/gewichte", async (page) => {
  const ctx = page.get("ctx");
  const [last] = await listChanges(ctx, 1);
  const title = say(ctx)("heading");
  return page.render(<WeightsPage ctx={ctx} weights={await weightsOf(ctx)} last={last} />, {
    title,
    description: say(ctx)("lead"),
    crumbs: [{ href: paths.help, label: say(ctx)("tryIt") }],
  });
});

type Drawn = {
  readonly form?: Filled;
  readonly own?: Weights | undefined;
  readonly refusal?: "nothing" | "same";
  readonly status?: 409 | 422;
};

const draw = async (page: Page, { form, own, refusal, status }: Drawn) => {
  const ctx = page.get("ctx");
  const weights = await weightsOf(ctx);
  return page.render(
    <OfficeWeightsPage
      ctx={ctx}
      weights={weights}
      form={form ?? filledWith(weights)}
      formKey={page.get("formKey")}
      own={own}
      preview={own && (await previewWeights(ctx, own))}
      changes={await listChanges(ctx, historyShown)}
      saved={page.req.query("hinweis") === "gespeichert"}
      refusal={refusal}
    />,
    {
      title: say(ctx)("officeHeading"),
      area: "office",
      hidden: true,
      ...(status ? { status } : {}),
    },
  );
};

/** /buero/gewichte – the numbers in the address are only looked at; a button saves them. */
export const officePages = routes()
  .get("/", (page) => {
    const ctx = page.get("ctx");
    allow(may.set(ctx));
    const { hinweis: _, ...numbers } = asked(page);
    if (Object.keys(numbers).length === 0) return draw(page, {});
    const input = read(ctx, WeightsInput, numbers);
    if (!input.ok) return draw(page, { form: input.form, status: 422 });
    if (!counts(input.value)) return draw(page, { form: input.form, refusal: "nothing", status: 409 });
    return draw(page, { form: input.form, own: input.value });
  })
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.set(ctx));
    const input = read(ctx, WeightsInput, await sent(page));
    if (!input.ok) return draw(page, { form: input.form, status: 422 });
    const outcome = await setWeights(ctx, input.value);
    if (!outcome.ok) return draw(page, { form: input.form, refusal: outcome.because, status: 409 });
    return seeOther(page, paths.officeWeights, "gespeichert");
  });
