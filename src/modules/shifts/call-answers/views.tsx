import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { paths } from "#modules/shifts/paths.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { AskedRow, Standing } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly token: string;
  readonly asked: AskedRow;
  readonly standing: Standing;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const Answers = ({ ctx, formKey, token, asked, standing }: Props) => {
  const words = say(ctx);
  const action = paths.callAnswer(token);
  return (
    <>
      <Actions>
        <ActionForm
          action={action}
          formKey={`${formKey}y`}
          kind="primary"
          label={words("yes")}
          values={{ answer: "yes" }}
        />
        {standing === "open" && (
          <ActionForm
            action={action}
            formKey={`${formKey}n`}
            kind="secondary"
            label={words("no")}
            values={{ answer: "no" }}
          />
        )}
      </Actions>
      <p class="al-soft">{words("yesNext", asked)}</p>
    </>
  );
};

/** The one question behind the link of a call for help; looking changes nothing. */
export const AskedPage = (props: Props) => {
  const { ctx, formKey, token, asked, standing, refusal, notice } = props;
  const words = say(ctx);
  const { offer, organization, slug, startsAt, endsAt, role, whereText } = asked;
  const isOpen = standing === "open" || standing === "no";
  return (
    <Stack wide>
      <Title heading={words("askHeading")} lead={isOpen ? words("askLead", asked) : undefined} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice === "nie" && <Notice ctx={ctx} kind="success" heading={words("notice_nie")} />}
      {!refusal && notice !== "nie" && standing !== "open" && (
        <Notice
          ctx={ctx}
          kind={standing === "yes" ? "success" : "info"}
          heading={words(`state_${standing}`)}
        />
      )}
      <Pairs
        pairs={[
          [words("when"), dayAndTime(ctx, startsAt, endsAt)],
          [words("role"), role],
          [words("where"), whereText],
          [
            words("at"),
            <>
              <a href={paths.offer(slug)}>{offer}</a>, {organization}
            </>,
          ],
          [words("said"), isOpen && asked.words && `„${asked.words}“`],
        ]}
      />
      {standing === "open" && <Answers {...props} />}
      {standing === "no" && notice !== "nie" && (
        <ActionForm
          action={paths.callAnswer(token)}
          formKey={formKey}
          kind="tertiary"
          label={words("never")}
          values={{ answer: "never" }}
        />
      )}
      {standing === "yes" && ctx.actor.kind === "person" && <a href={paths.mine}>{words("toMine")}</a>}
    </Stack>
  );
};
