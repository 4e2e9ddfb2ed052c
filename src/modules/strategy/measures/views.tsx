import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { paths } from "#modules/strategy/paths.ts";
import { lightName, measureStateName } from "#modules/strategy/vocabulary.ts";
import { State, type StateKind } from "#ui/facts.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import { isLate, type MeasureRow, type UpdateRow } from "./queries.ts";

const lightKinds: Readonly<Record<MeasureRow["light"], StateKind>> = {
  green: "yes",
  yellow: "wait",
  red: "late",
};
const restKinds: Readonly<Partial<Record<MeasureRow["state"], StateKind>>> = { done: "yes", dropped: "no" };

type LightProps = {
  readonly ctx: Context;
  readonly measure: Pick<MeasureRow | UpdateRow, "state" | "light">;
};

/** How it goes, in words: done and dropped rest, everything else has its light. */
export const LightState = ({ ctx, measure: { state, light } }: LightProps) => {
  const rest = restKinds[state];
  if (rest) return <State kind={rest}>{measureStateName(ctx, state)}</State>;
  const name = lightName(ctx, light);
  return (
    <State kind={lightKinds[light]}>
      {state === "running"
        ? name
        : say(ctx)("stateAndLight", { state: measureStateName(ctx, state), light: name })}
    </State>
  );
};

/** The same; what is open after its day says that first. */
export const MeasureStateView = ({
  ctx,
  measure,
}: {
  readonly ctx: Context;
  readonly measure: Pick<MeasureRow, "state" | "light" | "dueOn">;
}) => (
  <>
    {isLate(ctx, measure) && (
      <>
        <State kind="late">{say(ctx)("late", { day: dayWithYear(ctx, measure.dueOn) })}</State>{" "}
      </>
    )}
    <LightState ctx={ctx} measure={measure} />
  </>
);

type ListProps = {
  readonly ctx: Context;
  readonly measures: readonly MeasureRow[];
  /** Without the field and the objective where they stand above the list already. */
  readonly under?: boolean;
  /** Without what was said last. */
  readonly brief?: boolean;
};

/** Measures as rows: who until when, and how it goes. */
export const MeasureList = ({ ctx, measures, under, brief }: ListProps) => (
  <ItemList
    items={measures.map((measure) => ({
      kind: say(ctx)("until", {
        number: measure.number,
        owner: measure.owner,
        day: dayWithYear(ctx, measure.dueOn),
      }),
      title: measure.title,
      href: paths.measure(measure.number),
      text: (
        <>
          {!under && <p class="al-soft al-small">{say(ctx)("for", { objective: measure.objective })}</p>}
          {!brief && measure.stateWords && <p>{measure.stateWords}</p>}
        </>
      ),
      end: <MeasureStateView ctx={ctx} measure={measure} />,
    }))}
  />
);
