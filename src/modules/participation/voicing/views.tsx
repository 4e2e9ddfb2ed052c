import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { textOf } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import type { OpinionRound } from "#modules/participation/schema.ts";
import { longestStatement } from "#modules/participation/statements/commands.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Asking } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly round: OpinionRound;
  readonly asking: Asking;
  readonly form: Filled;
  readonly refused?: "notOpen" | "notTaken" | "tooMany" | undefined;
  readonly isSent: boolean;
};

const voices = [
  ["1", "agree"],
  ["-1", "disagree"],
  ["0", "pass"],
] as const;

const Question = ({ ctx, formKey, round, asking }: Props) => {
  const words = say(ctx);
  const { next, all, answers } = asking;
  if (all === 0) return <Empty heading={words("nothing")} />;
  if (!next)
    return (
      <Empty heading={words("finished")}>
        <p>{words("finishedText")}</p>
      </Empty>
    );
  const { text, language } = textOf(next, ctx.language);
  return (
    <Section id="aussage" heading={words("question", { n: next.number })} space="none">
      <p class="al-statement" lang={language}>
        {text}
      </p>
      <div class="al-voices">
        {voices.map(([vote, name]) => (
          <ActionForm
            action={paths.votes(round.slug)}
            formKey={formKey}
            label={words(name)}
            kind={name === "pass" ? "tertiary" : "secondary"}
            values={{ aussage: next.id, stimme: vote }}
          />
        ))}
      </div>
      <p>{words("progress", { said: answers.length, all })}</p>
      <p>{words("hint")}</p>
    </Section>
  );
};

const Own = ({ ctx, formKey, round, form, refused, isSent }: Props) => {
  const words = say(ctx);
  return (
    <Section id="eigene" heading={words("own")}>
      {isSent && (
        <Notice ctx={ctx} kind="success" heading={words("ownSent")}>
          {words("ownSentText")}
        </Notice>
      )}
      {refused && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refused}`)}
        </Notice>
      )}
      <p>{words("ownText")}</p>
      <Form
        ctx={ctx}
        action={paths.statements(round.slug)}
        formKey={formKey}
        form={form}
        submit={words("ownSend")}
        quiet
        narrow
      >
        <TextField name="text" label={words("ownField")} maximum={longestStatement} />
      </Form>
    </Section>
  );
};

const Fates = ({ ctx, asking }: Pick<Props, "ctx" | "asking">) => {
  const words = say(ctx);
  if (asking.own.length === 0) return null;
  return (
    <Section id="verbleib" heading={words("fates")}>
      <ItemList
        items={asking.own.map(({ text, state, words: reason }) => ({
          title: text,
          text:
            state === "waiting"
              ? words("ownWaiting")
              : state === "accepted"
                ? words("ownAccepted")
                : words("ownDeclined", { words: reason ?? "" }),
        }))}
      />
    </Section>
  );
};

const Answers = ({ ctx, round, asking }: Pick<Props, "ctx" | "round" | "asking">) => {
  const words = say(ctx);
  if (asking.answers.length === 0) return null;
  return (
    <More summary={words("answers")}>
      <ul>
        {asking.answers.map(({ statement, vote }) => (
          <li>
            {textOf(statement, ctx.language).text}{" "}
            <strong>{words(vote === 1 ? "agree" : vote === -1 ? "disagree" : "pass")}</strong>{" "}
            {round.state === "open" && (
              <a href={`${paths.round(round.slug)}?aussage=${statement.number}`}>
                {words("change")}
                <span class="al-hidden">: {statement.number}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </More>
  );
};

/** One statement after the other, three words to choose from. */
export const VoicingView = (props: Props) => {
  const { ctx, round } = props;
  const words = say(ctx);
  return (
    <>
      <Title kind={words("kind")} heading={round.title} lead={round.question}>
        {round.words !== "" && <p>{round.words}</p>}
      </Title>
      {round.state === "open" ? (
        <Question {...props} />
      ) : (
        <Notice ctx={ctx} heading={words("closed")}>
          {words("closedText")}
        </Notice>
      )}
      <Actions>
        <ButtonLink href={paths.map(round.slug)} kind="secondary">
          {words("map")}
        </ButtonLink>
      </Actions>
      <Fates {...props} />
      {round.state === "open" && round.takesStatements && <Own {...props} />}
      <Answers {...props} />
      <p>
        <a href={paths.roundModeration(round.slug)}>{words("moderation")}</a>
      </p>
    </>
  );
};
