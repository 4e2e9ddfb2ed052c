import type { Context } from "#core/context.ts";
import { filledWith } from "#core/input.ts";
import type { MotionRow } from "#modules/consortium/motions/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { objectionStateName } from "#modules/consortium/vocabulary.ts";
import type { ObjectionRow } from "#modules/consortium/votes/queries.ts";
import { seatWords } from "#modules/consortium/votes/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, More, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly motion: Pick<MotionRow, "id" | "wording" | "state">;
  readonly objections: readonly ObjectionRow[];
  /** With it the objections can be settled here. */
  readonly formKey?: string | undefined;
};

const states = { open: "late", integrated: "yes", withdrawn: "no" } as const;

const Settle = ({
  ctx,
  motion,
  objection,
  formKey,
}: Omit<Props, "objections"> & { objection: ObjectionRow }) => {
  const words = say(ctx);
  const id = `e-${objection.id}`;
  return (
    <>
      <Actions>
        <ActionForm
          action={paths.motion(motion.id)}
          label={words("withdrawn")}
          object={objection.title}
          formKey={`${formKey}-${id}`}
          values={{ was: "einwand-zurueck", objection: objection.id }}
        />
      </Actions>
      <More summary={words("takeInHeading")}>
        <Form
          ctx={ctx}
          id={id}
          action={paths.motion(motion.id)}
          formKey={`${formKey}-${id}-auf`}
          form={filledWith({ wording: motion.wording })}
          submit={words("takeIn")}
          next={words("takeInNext")}
          quiet
        >
          <HiddenField name="was" value="einwand-auf" />
          <HiddenField name="objection" value={objection.id} />
          <TextArea name="wording" label={words("wording")} rows={4} maximum={10_000} />
          <TextArea name="answer" label={words("said")} rows={2} maximum={4_000} optional />
        </Form>
      </More>
    </>
  );
};

/** Who cannot live with a motion, why, and what would make it possible. */
export const ObjectionList = ({ ctx, motion, objections, formKey }: Props) => {
  const words = say(ctx);
  const decided = motion.state === "passed" || motion.state === "withdrawn";
  if (objections.length === 0) return null;
  return (
    <Stack>
      <h3>{words("heading")}</h3>
      {objections.map((objection) => (
        <Stack>
          <p>
            <b>{words("objection", { seat: seatWords(ctx, objection), version: objection.version })}</b>{" "}
            <State kind={states[objection.state]}>{objectionStateName(ctx, objection.state)}</State>
          </p>
          <p>{objection.reason}</p>
          <p>
            {words("change")}: {objection.change}
          </p>
          {objection.answer && (
            <p>
              {words("answer")}: {objection.answer}
            </p>
          )}
          {formKey && objection.state === "open" && !decided && (
            <Settle ctx={ctx} motion={motion} objection={objection} formKey={formKey} />
          )}
        </Stack>
      ))}
    </Stack>
  );
};
