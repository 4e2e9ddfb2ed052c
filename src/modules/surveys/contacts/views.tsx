import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { SurveyHead } from "#modules/surveys/views.tsx";
import { ActionForm } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import type { ContactRow } from "./queries.ts";

type Base = { readonly ctx: Context; readonly survey: SurveyRow; readonly formKey: string };

/** The form after sending: an address that nothing leads from. */
export const LeaveView = ({
  ctx,
  survey,
  formKey,
  form,
  isLeft,
}: Base & { readonly form: Filled | undefined; readonly isLeft: boolean }) => {
  const words = say(ctx);
  if (isLeft)
    return (
      <>
        <Title kind={survey.title} heading={words("leftHeading")} lead={words("leftLead")} />
        <p>
          <a href={paths.answer(survey.slug)}>{words("backTo")}</a>
        </p>
      </>
    );
  return (
    <>
      <Title kind={survey.title} heading={words("heading")} lead={words("lead")} />
      <Form
        ctx={ctx}
        action={paths.contact(survey.slug)}
        submit={words("submit")}
        formKey={formKey}
        form={form}
        next={words("next")}
        cancel={{ href: paths.answer(survey.slug), label: words("backTo") }}
      >
        <TextField name="name" label={words("name")} maximum={300} autocomplete="name" optional />
        <TextField
          name="email"
          label={words("email")}
          type="email"
          maximum={254}
          autocomplete="email"
          optional
        />
        <TextField name="phone" label={words("phone")} type="tel" maximum={40} autocomplete="tel" optional />
        <TextArea
          name="words"
          label={words("words")}
          hint={words("wordsHint")}
          rows={3}
          maximum={2_000}
          optional
        />
      </Form>
    </>
  );
};

type ContactsProps = Base & { readonly rows: readonly ContactRow[]; readonly isDeleted: boolean };

/** The addresses that were left. */
export const ContactsView = ({ ctx, survey, formKey, rows, isDeleted }: ContactsProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <SurveyHead ctx={ctx} survey={survey} heading={words("list")} lead={words("listLead")} />
      {isDeleted && <Notice ctx={ctx} kind="success" heading={words("deleted")} />}
      {rows.length === 0 ? (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      ) : (
        <Table
          id="adressen"
          caption={words("list")}
          rows={rows}
          columns={[
            { heading: words("name"), cell: ({ name, email, phone }) => name || email || phone },
            {
              heading: words("email"),
              cell: ({ email }) => email && <a href={`mailto:${email}`}>{email}</a>,
            },
            { heading: words("phone"), cell: ({ phone }) => phone },
            { heading: words("words"), cell: (row) => row.words },
            { heading: words("day"), cell: ({ leftOn }) => dayWithYear(ctx, leftOn) },
            {
              heading: words("delete"),
              cell: ({ id, name, email }) => (
                <ActionForm
                  action={paths.contacts(survey.id)}
                  label={words("delete")}
                  object={name || email}
                  formKey={`${formKey}${id.slice(-6)}`}
                  values={{ adresse: id }}
                />
              ),
            },
          ]}
        />
      )}
      {rows.length === 500 && <p class="al-soft">{words("more", { n: rows.length })}</p>}
    </Stack>
  );
};
