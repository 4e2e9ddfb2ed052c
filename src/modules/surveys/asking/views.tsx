import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { fieldName, fields, sectorName, sectors } from "#modules/organizations/vocabulary.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import { Checkbox, CheckboxGroup, options } from "#ui/choices.tsx";
import { HiddenField, NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Section } from "#ui/page.tsx";
import { say } from "./messages.ts";

type AddingProps = {
  readonly ctx: Context;
  readonly survey: SurveyRow;
  readonly formKey: string;
  readonly mayAskPeople: boolean;
  readonly form: Filled | undefined;
  /** The form that came back. */
  readonly part: string | undefined;
};

const formOf = ({ form, part }: AddingProps, own: string): Filled | undefined =>
  part === own ? form : undefined;

const base = ({ ctx, survey, formKey }: AddingProps, part: string) => ({
  ctx,
  action: paths.invitations(survey.id),
  formKey: `${formKey}${part.slice(0, 2)}`,
  id: part,
  quiet: true,
});

const Organizations = (props: AddingProps) => {
  const { ctx } = props;
  const words = say(ctx);
  const own = "verzeichnis";
  return (
    <Form {...base(props, own)} submit={words("addOrganizations")} form={formOf(props, own)}>
      <HiddenField name="wer" value={own} />
      <CheckboxGroup
        name="sectors"
        label={words("sectors")}
        hint={words("allOfThem")}
        options={options(sectors, (code) => sectorName(ctx, code))}
        optional
        row
      />
      <CheckboxGroup
        name="fields"
        label={words("fields")}
        hint={words("allOfThem")}
        options={options(fields, (code) => fieldName(ctx, code))}
        optional
        row
      />
      <Checkbox name="confirmedOnly" label={words("confirmedOnly")} />
    </Form>
  );
};

const Typed = (props: AddingProps) => {
  const words = say(props.ctx);
  const own = "liste";
  return (
    <Form {...base(props, own)} submit={words("addTyped")} form={formOf(props, own)}>
      <HiddenField name="wer" value={own} />
      <TextArea name="lines" label={words("lines")} hint={words("linesHint")} rows={6} maximum={100_000} />
    </Form>
  );
};

const Cards = (props: AddingProps) => {
  const words = say(props.ctx);
  const own = "karten";
  return (
    <Form {...base(props, own)} submit={words("addCards")} form={formOf(props, own)}>
      <HiddenField name="wer" value={own} />
      <NumberField name="count" label={words("cardsCount")} hint={words("cardsText")} />
    </Form>
  );
};

/** The four ways in which somebody comes onto the list. */
export const Adding = (props: AddingProps) => {
  const words = say(props.ctx);
  const { survey, mayAskPeople, part } = props;
  const asksOrganizations = survey.audience !== "people";
  return (
    <Section id="wen" heading={words("who")}>
      {asksOrganizations && (
        <More summary={words("organizations")} open={part === "verzeichnis"}>
          <Organizations {...props} />
        </More>
      )}
      {mayAskPeople && survey.audience !== "organizations" && (
        <More summary={words("people")}>
          <p>{words("peopleText")}</p>
          <Form {...base(props, "menschen")} submit={words("addPeople")}>
            <HiddenField name="wer" value="menschen" />
          </Form>
        </More>
      )}
      <More summary={words("typed")} open={part === "liste"}>
        <Typed {...props} />
      </More>
      <More summary={words("cardsHeading")} open={part === "karten"}>
        <Cards {...props} />
      </More>
    </Section>
  );
};
