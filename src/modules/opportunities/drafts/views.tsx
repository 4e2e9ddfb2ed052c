import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, manage } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { say } from "#modules/opportunities/sections/messages.ts";
import { type Choice, Give, Task, When, Where, Who } from "#modules/opportunities/sections/views.tsx";
import { Fieldset, Select } from "#ui/choices.tsx";
import { HiddenField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Title } from "#ui/page.tsx";

const Contact = ({
  words,
  contactPoints,
}: {
  readonly words: ReturnType<typeof say>;
  readonly contactPoints: readonly Choice[];
}) =>
  contactPoints.length === 0 ? null : (
    <Fieldset legend={words("sectionContact")}>
      <Select
        name="contactPointId"
        label={words("contactPoint")}
        optional
        blank={words("noContactPoint")}
        options={contactPoints.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Fieldset>
  );

type FormProps = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly form: Filled;
  readonly formKey: string;
  /** Undefined for a new offer. */
  readonly offer: WholeOpportunity | undefined;
  readonly organization: Choice;
  readonly contactPoints: readonly Choice[];
  readonly sites: readonly Choice[];
  readonly refusal?: string | undefined;
};

/** One long but calm form; a draft may be saved at any time, with whatever is there. */
export const DraftPage = (props: FormProps) => {
  const { ctx, desk, form, formKey, offer, organization, contactPoints, sites, refusal } = props;
  const words = say(ctx);
  const part = { ctx, words, form };
  const isDraft = !offer || offer.state === "draft";
  return (
    <>
      <Title
        heading={words(offer ? "changeHeading" : "addHeading")}
        lead={words("addLead")}
        kind={organization.name}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      <Form
        ctx={ctx}
        action={offer ? manage[desk].change(offer.id) : manage[desk].add}
        submit={words(isDraft ? "saveDraft" : "save")}
        secondary={isDraft ? [{ label: words("saveAndPublish"), name: "publish", value: "yes" }] : undefined}
        form={form}
        formKey={formKey}
        cancel={{ href: offer ? manage[desk].show(offer.id) : manage[desk].list, label: words("cancel") }}
        next={isDraft ? words("saveNext") : undefined}
      >
        <HiddenField name="organizationId" value={organization.id} />
        <Task {...part} />
        <When {...part} />
        <Where {...part} sites={sites} />
        <Give {...part} />
        <Who {...part} />
        <Contact {...part} contactPoints={contactPoints} />
      </Form>
    </>
  );
};

/** Asked of those who speak for several organizations, and of the office: for which one? */
export const ChooseOrganizationPage = ({
  ctx,
  desk,
  organizations,
}: {
  ctx: Context;
  desk: Desk;
  organizations: readonly Choice[];
}) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("addHeading")} lead={words("addLead")} />
      <Form
        ctx={ctx}
        action={manage[desk].add}
        method="get"
        submit={words("continue")}
        cancel={{ href: manage[desk].list, label: words("cancel") }}
      >
        <Select
          name="organisation"
          label={words("organization")}
          options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </>
  );
};
