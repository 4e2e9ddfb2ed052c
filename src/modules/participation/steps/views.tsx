import type { Context } from "#core/context.ts";
import { Timeline } from "#ui/timeline.tsx";
import { say } from "./messages.ts";
import type { Step } from "./queries.ts";

type Props = { readonly ctx: Context; readonly steps: readonly Step[] };

/** What happened at one step. */
export const StepText = ({ ctx, step: { kind, data } }: { readonly ctx: Context; readonly step: Step }) => (
  <>
    <b>{say(ctx)(`step_${kind}`)}</b>
    {data.title && <> · {data.path ? <a href={data.path}>{data.title}</a> : data.title}</>}
    {data.words && <p class="al-small">{data.words}</p>}
  </>
);

/** The path of a proposal for everybody, newest first. */
export const Steps = ({ ctx, steps }: Props) => (
  <Timeline
    ctx={ctx}
    moments={steps.toReversed().map((step) => ({ when: step.at, text: <StepText ctx={ctx} step={step} /> }))}
  />
);
