import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { say } from "#modules/surveys/asking/messages.ts";
import { Adding } from "#modules/surveys/asking/views.tsx";
import { say as letterSay } from "#modules/surveys/letters/messages.ts";
import type { LetterWords } from "#modules/surveys/letters/queries.ts";
import { Sheets } from "#modules/surveys/letters/views.tsx";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import type { InvitationLine, Standing } from "./queries.ts";

export type InvitationsProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly formKey: string;
  readonly rows: readonly InvitationLine[];
  readonly standing: Standing;
  readonly remindOn: string | undefined;
  readonly letter: LetterWords;
  readonly mayAskPeople: boolean;
  readonly notice: string | undefined;
  readonly refusal: string | undefined;
  readonly form: Filled | undefined;
  /** The form that came back. */
  readonly part: string | undefined;
};

const Sending = ({ ctx, survey, formKey, standing, remindOn }: InvitationsProps) => {
  const words = say(ctx);
  const { id } = survey;
  const hasPaper = standing.letters > 0 || standing.cards > 0;
  return (
    <Stack wide>
      {standing.toSend > 0 && (
        <div class="al-stack">
          <p>{words("toSend", { n: standing.toSend })}</p>
          <ActionForm
            action={paths.invitationMails(id)}
            label={words("send")}
            formKey={`${formKey}v`}
            kind="primary"
          />
        </div>
      )}
      {standing.open > 0 && (
        <div class="al-stack">
          <p>
            {words("toRemind", { n: standing.open })}{" "}
            {remindOn && words("remindOn", { date: dayWithYear(ctx, remindOn) })}
          </p>
          <ActionForm
            action={paths.reminders(id)}
            label={words("remind")}
            formKey={`${formKey}e`}
            kind="secondary"
          />
        </div>
      )}
      {hasPaper && (
        <div class="al-stack">
          <p>{words("toPrint")}</p>
          <div class="al-actions">
            {standing.letters > 0 && (
              <ActionForm
                action={paths.invitationLetters(id)}
                label={words(standing.toPrint > 0 ? "print" : "printAgain")}
                formKey={`${formKey}b`}
                values={{ art: "briefe", ...(standing.toPrint > 0 ? {} : { noch: "einmal" }) }}
                kind="secondary"
              />
            )}
            {standing.cards > 0 && (
              <ActionForm
                action={paths.invitationLetters(id)}
                label={words("printCards")}
                formKey={`${formKey}k`}
                values={{ art: "karten" }}
                kind="secondary"
              />
            )}
          </div>
        </div>
      )}
    </Stack>
  );
};

const stateOf = (ctx: Context, { declined, invitedOn, reminders }: InvitationLine): string => {
  const words = say(ctx);
  if (declined) return words("state_declined");
  if (invitedOn === null) return words("state_new");
  const since = words("state_invited", { date: dayWithYear(ctx, invitedOn) });
  return reminders > 0 ? `${since}, ${words("state_reminded", { n: reminders })}` : since;
};

const List = ({ ctx, survey, formKey, rows, standing }: InvitationsProps) => {
  const words = say(ctx);
  return (
    <Section id="liste" heading={words("list")}>
      <Stack>
        <p class="al-soft">{words("listText")}</p>
        <Table
          id="einladungen"
          caption={words("list")}
          rows={rows}
          columns={[
            { heading: words("name"), cell: ({ name }) => name },
            {
              heading: words("way"),
              cell: ({ how, email, address }) =>
                [words(`way_${how}`), email || address].filter(Boolean).join(": "),
            },
            { heading: words("state"), cell: (row) => stateOf(ctx, row) },
            {
              heading: words("takeBack"),
              cell: ({ id, name, invitedOn }) =>
                invitedOn === null && (
                  <ActionForm
                    action={paths.uninvited(survey.id)}
                    label={words("takeBack")}
                    object={name}
                    formKey={`${formKey}${id.slice(-6)}`}
                    values={{ einladung: id }}
                  />
                ),
            },
          ]}
        />
        {standing.mails + standing.letters > rows.length && (
          <p class="al-soft">{words("more", { n: rows.length })}</p>
        )}
      </Stack>
    </Section>
  );
};

/** Who is asked, how it stands, and what comes next. */
export const InvitationsView = (props: InvitationsProps) => {
  const { ctx, survey, standing, letter, notice, refusal } = props;
  const words = say(ctx);
  return (
    <>
      <SurveyHead
        ctx={ctx}
        survey={survey}
        part="invitations"
        heading={words("heading")}
        lead={words("lead")}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {standing.all === 0 ? (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      ) : (
        <Section id="stand" heading={words("numbers")}>
          <Stack wide>
            <Pairs
              pairs={[
                [words("all"), String(standing.all)],
                [words("mails"), standing.mails > 0 && String(standing.mails)],
                [words("letters"), standing.letters > 0 && String(standing.letters)],
                [words("cards"), standing.cards > 0 && String(standing.cards)],
                [words("declined"), standing.declined > 0 && String(standing.declined)],
              ]}
            />
            <Sending {...props} />
          </Stack>
        </Section>
      )}
      <Adding {...props} />
      <Section id="brief" heading={words("preview")}>
        <div class="al-prose">
          <p>
            <strong>{letter.subject}</strong>
          </p>
          {letter.paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          <p class="al-soft">{words("codeFollows", { action: letterSay(ctx)("action") })}</p>
        </div>
      </Section>
      {props.rows.length > 0 && <List {...props} />}
    </>
  );
};

type SheetsViewProps = Pick<InvitationsProps, "ctx" | "survey" | "letter"> & {
  readonly sheets: readonly { readonly name: string; readonly address: string; readonly code: string }[];
  readonly origin: string;
};

/** The letters with their codes, once. */
export const SheetsView = ({ ctx, survey, letter, sheets, origin }: SheetsViewProps) => {
  const words = say(ctx);
  return (
    <>
      <div class="al-sheet__choice">
        <Title kind={survey.title} heading={words("printHeading")} lead={words("printLead")} />
        <p>
          <a href={paths.invitations(survey.id)}>{words("backTo")}</a>
        </p>
      </div>
      <Sheets ctx={ctx} survey={survey} sheets={sheets} letter={letter} origin={origin} />
    </>
  );
};

type DeclineProps = Pick<InvitationsProps, "ctx" | "survey" | "formKey"> & {
  readonly code: string;
  readonly state: "asked" | "done" | "unknown";
};

/** "Do not remind me any more." */
export const DeclineView = ({ ctx, survey, formKey, code, state }: DeclineProps) => {
  const words = say(ctx);
  if (state === "done") return <Title heading={words("declinedHeading")} lead={words("declinedLead")} />;
  if (state === "unknown") return <Title heading={words("declineHeading")} lead={words("declineUnknown")} />;
  return (
    <>
      <Title heading={words("declineHeading")} lead={words("declineLead", { title: survey.title })} />
      <ActionForm
        action={`${paths.decline(survey.slug)}?code=${encodeURIComponent(code)}`}
        label={words("declineSubmit")}
        formKey={formKey}
        kind="primary"
      />
    </>
  );
};
