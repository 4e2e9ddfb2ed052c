import type { Context } from "#core/context.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Process, Proposal } from "#modules/participation/schema.ts";
import { StepText } from "#modules/participation/steps/views.tsx";
import { Title } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { LineStep } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly process: Pick<Process, "slug" | "title">;
  readonly proposal: Pick<Proposal, "number" | "title">;
  readonly line: readonly LineStep[];
};

/** The whole path of a proposal, newest first, with that of everything that was merged into it. */
export const OutcomeView = ({ ctx, process, proposal, line }: Props) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={proposal.title} heading={words("heading")} lead={words("lead")}>
        <p>
          <a href={paths.proposal(process.slug, proposal.number)}>{words("back")}</a>
        </p>
      </Title>
      <Timeline
        ctx={ctx}
        moments={line.toReversed().map((step) => ({
          when: step.at,
          text: (
            <>
              {step.number !== proposal.number && (
                <p class="al-small al-soft">
                  {words("of", { number: step.number })}: {step.title}
                </p>
              )}
              <StepText ctx={ctx} step={step} />
            </>
          ),
        }))}
      />
    </>
  );
};
