import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { OwnSeat } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/strategy/amendments/messages.ts";
import { paths } from "#modules/strategy/paths.ts";
import { may } from "#modules/strategy/policy.ts";
import type { ParagraphRow, VersionRow } from "#modules/strategy/texts/queries.ts";
import { amendmentActions } from "#modules/strategy/vocabulary.ts";
import { Checkbox, RadioGroup } from "#ui/choices.tsx";
import { HiddenField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Stack, Title } from "#ui/page.tsx";

type Base = { readonly ctx: Context };

/** First the paragraph, then its words. */
export const ChooseView = ({
  ctx,
  version,
  paragraphs,
}: Base & { version: VersionRow; paragraphs: readonly ParagraphRow[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={version.title} heading={words("choose")} lead={words("chooseLead")} />
      <ol class="al-paragraphs">
        {paragraphs.map(({ id, words: text, kind, number }) => (
          <li class={kind === "heading" ? "al-paragraphs__heading" : undefined}>
            <p>{text}</p>
            <p>
              <a href={`${paths.newAmendment}?absatz=${id}`}>
                {words("propose")}
                <span class="al-hidden">
                  : {kind === "text" ? words("paragraphNumber", { number }) : text}
                </span>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </Stack>
  );
};

type AuthorProps = Base & {
  readonly seats: readonly OwnSeat[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
};

/** In whose name somebody proposes something, and whether their own name may stand there. */
export const AuthorFields = ({ ctx, seats, organizations }: AuthorProps) => {
  const words = say(ctx);
  const names = [
    ...(ctx.actor.kind === "person" ? [{ value: "citizen", label: words("as_citizen") }] : []),
    ...(may.run(ctx) ? [{ value: "office", label: words("as_office") }] : []),
    ...seats.map(({ id, title }) => ({ value: id as string, label: title })),
    ...organizations.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <RadioGroup name="as" label={words("asField")} value={names.at(-1)?.value} options={names} />
      <Checkbox name="named" label={words("named")} hint={words("namedHint")} />
    </>
  );
};

type FormProps = AuthorProps & {
  readonly formKey: string;
  readonly version: VersionRow;
  readonly paragraph: ParagraphRow;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
};

/** The text to edit: the difference comes by itself. */
export const FormView = ({
  ctx,
  formKey,
  version,
  paragraph,
  seats,
  organizations,
  form,
  refusal,
}: FormProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={version.title} heading={words("formHeading")} lead={words("formLead")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Form
        ctx={ctx}
        action={paths.newAmendment}
        formKey={formKey}
        form={form}
        submit={words("submit")}
        next={words("next")}
      >
        <HiddenField name="paragraphId" value={paragraph.id} />
        <RadioGroup
          name="action"
          label={words("actionField")}
          value="change"
          options={amendmentActions.map((value) => ({ value, label: words(`action_${value}`) }))}
        />
        <TextArea
          name="words"
          label={words("words")}
          hint={words("wordsHint")}
          value={paragraph.words}
          rows={8}
          maximum={10_000}
        />
        <TextArea
          name="reason"
          label={words("reasonField")}
          hint={words("reasonHint")}
          rows={4}
          maximum={4_000}
        />
        <AuthorFields ctx={ctx} seats={seats} organizations={organizations} />
      </Form>
    </Stack>
  );
};
