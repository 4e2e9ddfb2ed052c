import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { Panel } from "#modules/consortium/counting/queries.ts";
import { VotePanel } from "#modules/consortium/counting/views.tsx";
import { MotionForm } from "#modules/consortium/motions/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly panel: Panel;
  readonly seats: readonly { readonly id: string; readonly title: string }[];
  readonly notice?: string | undefined;
  /** The finished sentence of a refusal. */
  readonly refusal?: string | undefined;
  readonly form?: Filled | undefined;
  readonly settling?: Filled | undefined;
};

const Later = ({ ctx, formKey, panel: { motion }, settling }: Props) => {
  const words = say(ctx);
  return (
    <Section id="vertagen" heading={words("laterHeading")}>
      <Form
        ctx={ctx}
        id="v"
        action={paths.motion(motion.id)}
        formKey={`${formKey}-v`}
        form={settling}
        submit={words("later")}
        secondary={[{ label: words("withdraw"), name: "stand", value: "withdrawn" }]}
        quiet
      >
        <HiddenField name="was" value="stand" />
        <TextArea name="words" label={words("why")} rows={2} maximum={2_000} />
      </Form>
    </Section>
  );
};

/** One motion by itself: its vote, its words, and what else can become of it. */
export const MotionView = (props: Props) => {
  const { ctx, formKey, panel, seats, notice, refusal, form } = props;
  const words = say(ctx);
  const { motion } = panel;
  const free = motion.state === "open" || motion.state === "deferred";
  return (
    <Stack wide>
      <Title kind={words("office")} heading={motion.title}>
        {motion.meetingId && (
          <p>
            <a href={`${paths.running(motion.meetingId)}#antrag-${motion.id}`}>{words("toMeeting")}</a>
          </p>
        )}
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <VotePanel ctx={ctx} formKey={formKey} panel={panel} bare />
      {free && (
        <Section id="aendern" heading={words("editHeading")}>
          <MotionForm
            ctx={ctx}
            action={paths.motion(motion.id)}
            formKey={formKey}
            seats={seats}
            motion={motion}
            form={form}
          />
        </Section>
      )}
      {free && <Later {...props} />}
    </Stack>
  );
};
