import type { Context } from "#core/context.ts";
import { money } from "#core/number.ts";
import type { FundedProject, Reason, UnfundedProject } from "#methods/equal-shares-reasons.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Process } from "#modules/participation/schema.ts";
import { Bars } from "#ui/chart.tsx";
import { State } from "#ui/facts.tsx";
import { More, Section } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { type FundResult, titleOf } from "./queries.ts";

type Props = { readonly ctx: Context; readonly process: Process; readonly result: FundResult };

/** The title of a project, leading to its proposal, and whose idea it was. */
const Name = ({ process, result, id }: Omit<Props, "ctx"> & { readonly id: string }) => {
  const choice = result.choices.get(id);
  return (
    <>
      <h3>
        {choice?.number ? (
          <a href={paths.proposal(process.slug, choice.number)}>{choice.title}</a>
        ) : (
          titleOf(result, id)
        )}
      </h3>
      {choice?.by && <p class="al-soft">{choice.by}</p>}
    </>
  );
};

const how = (ctx: Context, project: FundedProject): { readonly state: string; readonly paid: string } => {
  const words = say(ctx);
  switch (project.how) {
    case "shares":
      return {
        state: words("round", { n: project.round ?? 0 }),
        paid: words("paysMost", { most: money(ctx, project.most ?? 0) }),
      };
    case "votes":
      return { state: words("byVotes"), paid: words("paidByVotes") };
    case "allFit":
      return { state: words("allFit"), paid: words("paidAllFit") };
    case "greedy":
      return { state: words("byList"), paid: "" };
  }
};

const Funded = (props: Props & { readonly project: FundedProject }) => {
  const { ctx, project } = props;
  const words = say(ctx);
  const { state, paid } = how(ctx, project);
  const most = Math.max(1, ...project.payments.map(({ people }) => people));
  const supporters = words("supporters", { n: project.supporters });
  return (
    <li class="al-project">
      <State kind="yes">{state}</State>
      <div>
        <Name {...props} id={project.id} />
        <p>{paid === "" ? `${supporters}.` : `${supporters}, ${paid}`}</p>
        {project.payments.length > 1 && (
          <More summary={words("whoPaid")}>
            <Bars
              bars={project.payments.map(({ upTo, people }) => ({
                label: words("upTo", { amount: money(ctx, upTo) }),
                share: people / most,
                value: words("people", { n: people }),
              }))}
            />
          </More>
        )}
      </div>
      <p class="al-project__money">
        <b>{money(ctx, project.cost)}</b>
      </p>
    </li>
  );
};

/** Why a project is not funded this time, in one sentence. */
const reason = (ctx: Context, { cost, supporters }: UnfundedProject, why: Reason): string => {
  const words = say(ctx);
  const amount = (cents: number) => money(ctx, cents);
  switch (why.kind) {
    case "tooFewVotes":
      return words("tooFewVotes", { n: supporters, needed: why.needed });
    case "aboveBudget":
      return words("aboveBudget");
    case "nobody":
      return words("nobody");
    case "onlyLeft":
      return words("onlyLeft", { step: amount(why.step), cost: amount(cost), left: amount(why.left) });
    case "missing":
      return words("missing", {
        n: supporters,
        together: amount(why.together),
        missing: amount(why.missing),
      });
    case "noRoom":
      return words("noRoom", { left: amount(why.left) });
  }
};

const Unfunded = (props: Props & { readonly project: UnfundedProject }) => {
  const { ctx, project } = props;
  const words = say(ctx);
  return (
    <li class="al-project">
      <State kind="no">{words("notFunded")}</State>
      <div>
        <Name {...props} id={project.id} />
        <p>
          <b>{words("why")}</b> {reason(ctx, project, project.why)}
        </p>
      </div>
      <p class="al-project__money">{money(ctx, project.cost)}</p>
    </li>
  );
};

/** Every project on the ballot: funded with who paid what, or not, with why. */
export const ProjectList = (props: Props) => {
  const { ctx, process, result } = props;
  const { tally } = result;
  const words = say(ctx);
  const amounts = { spent: money(ctx, tally.spent), pot: money(ctx, tally.budget) };
  return (
    <div>
      <Section id="gefoerdert" heading={words("funded")} aside={words("spent", amounts)} space="none">
        {tally.funded.length === 0 && <p>{words("nothingFunded")}</p>}
        <ol>
          {tally.funded.map((project) => (
            <Funded {...props} project={project} />
          ))}
        </ol>
        {result.fund.decidedAt && (
          <p class="al-soft">
            <a href={paths.projects(process.slug)}>{words("projects")}</a>
          </p>
        )}
      </Section>
      {tally.unfunded.length > 0 && (
        <Section
          id="diesmal-nicht"
          heading={words("unfunded")}
          aside={words("stays", { left: money(ctx, tally.left) })}
        >
          <ol>
            {tally.unfunded.map((project) => (
              <Unfunded {...props} project={project} />
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
};
