import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { day, type Filled, filledWith, paragraph, postcode, read, withError } from "#core/input.ts";
import { instantAt, plusDays } from "#core/local-time.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { listCandidates } from "#modules/participation/checks/queries.ts";
import { findFund } from "#modules/participation/funds/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess, listPhases } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { electorates } from "#modules/participation/vocabulary.ts";
import { type FundBallotInput, type FundBallotRefusal, makeFundBallot, renewFundBallot } from "./commands.ts";
import { say } from "./messages.ts";
import { FundBallotView } from "./views.tsx";

const postcodes = z
  .string()
  .transform((text) => text.split(/[\s,;]+/u).filter(Boolean))
  .pipe(z.array(postcode).max(50));

const ages = { "0": 0, "16": 16, "18": 18 } as const;

const BallotForm = z.object({
  opensOn: day,
  closesOn: day,
  countsUntil: day.optional(),
  electorate: z.enum(electorates),
  postcodes: postcodes.optional().transform((value) => value ?? []),
  leastAge: z.enum(["0", "16", "18"]),
  electorateWords: paragraph(1_000)
    .optional()
    .transform((value) => value ?? ""),
});

// The last day counts whole, and so does the last day of the letters.
const inputOf = ({
  opensOn,
  closesOn,
  countsUntil,
  leastAge,
  ...form
}: z.output<typeof BallotForm>): FundBallotInput => ({
  ...form,
  leastAge: ages[leastAge],
  secrecy: "secret",
  takesOnline: true,
  takesPaper: true,
  opensAt: instantAt(opensOn),
  closesAt: instantAt(plusDays(closesOn, 1)),
  countsUntil: countsUntil ? instantAt(plusDays(countsUntil, 1)) : null,
});

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  const fund = found(await findFund(ctx, process.id));
  return { ctx, process, fund, formKey: page.get("formKey") };
};

/** What stands in the form at first: the days of the phase in which it is decided. */
const beginning = async (ctx: Context, process: Parameters<typeof listPhases>[1]): Promise<Filled> => {
  const decide = (await listPhases(ctx, process)).find(({ kind }) => kind === "decide");
  return filledWith({
    opensOn: decide?.startsOn,
    closesOn: decide?.endsOn,
    electorate: "residents",
    postcodes: ctx.place.postcode,
    leastAge: "16",
  });
};

const show = async (page: Page, form?: Filled) => {
  const base = await baseOf(page);
  const { ctx, process, fund } = base;
  const candidates = await listCandidates(ctx, fund);
  return page.render(
    <FundBallotView
      {...base}
      ballot={fund.ballotId ? await findBallot(ctx, fund.ballotId) : undefined}
      ready={candidates.filter(({ standing }) => standing === "ready")}
      form={form ?? (await beginning(ctx, process.id))}
      renewed={page.req.query("hinweis") === "uebernommen"}
    />,
    officeProps(ctx, process, say(ctx)("heading"), form ? 422 : 200),
  );
};

const refusedForm = (page: Page, form: Filled, because: FundBallotRefusal): Filled => {
  const words = say(page.get("ctx"));
  if (because === "times") return withError(form, "closesOn", words("errorTimes"));
  if (because === "noPostcodes") return withError(form, "postcodes", words("errorPostcodes"));
  if (because === "nothingReady") return withError(form, "", words("errorReady"));
  return withError(form, "", words(because === "alreadyMade" ? "errorMade" : "errorMany"));
};

/** `/buero/beteiligung/:id/fonds/abstimmung`: from checked proposals to a ballot. */
export const pages = routes()
  .get("/:id/fonds/abstimmung", (page) => show(page))
  .post("/:id/fonds/abstimmung", async (page) => {
    const { ctx, process } = await baseOf(page);
    const input = read(ctx, BallotForm, await sent(page));
    if (!input.ok) return show(page, input.form);
    const outcome = await makeFundBallot(ctx, process.id, inputOf(input.value));
    if (!outcome.ok) return show(page, refusedForm(page, input.form, outcome.because));
    return seeOther(page, paths.officeBallot(outcome.value));
  })
  .post("/:id/fonds/abstimmung/uebernahme", async (page) => {
    const { ctx, process } = await baseOf(page);
    const outcome = await renewFundBallot(ctx, process.id);
    if (outcome.ok) return seeOther(page, paths.officeFundBallot(process.id), "uebernommen");
    const because = outcome.because === "frozen" ? "alreadyMade" : outcome.because;
    return show(page, refusedForm(page, filledWith({}), because));
  });
