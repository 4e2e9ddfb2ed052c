import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/people/paths.ts";
import type { Double } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import {
  ageBandName,
  ageBands,
  contactWayName,
  contactWays,
  personLanguageName,
  personLanguages,
} from "#modules/people/vocabulary.ts";
import { Checkbox, Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, More, Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

type Whose = "office" | "own";
type FieldsProps = { readonly ctx: Context; readonly whose: Whose; readonly person?: Person | undefined };

const Guardian = ({ ctx, whose, person }: FieldsProps) => {
  const words = say(ctx);
  const agreed = person?.guardianAgreedAt;
  return (
    <More summary={words("guardian")} open={person?.ageBand === "under16"}>
      <p class="al-soft">{words(whose === "office" ? "guardianHint" : "guardianOwnHint")}</p>
      <TextField name="guardianName" label={words("guardianName")} optional maximum={200} />
      <TextField name="guardianContact" label={words("guardianContact")} optional maximum={300} />
      {agreed && <p>{words("guardianSince", { date: dayWithYear(ctx, agreed) })}</p>}
      {whose === "office" && (
        <Checkbox name="guardianAgreed" label={words("guardianAgreed")} hint={words("guardianAgreedHint")} />
      )}
    </More>
  );
};

const EmailField = ({ ctx, whose, person }: FieldsProps) => {
  const words = say(ctx);
  if (!person?.accountId)
    return <TextField name="email" type="email" label={words("email")} optional maximum={254} />;
  const email = person.email ?? "";
  const own = whose === "own";
  return (
    <>
      <HiddenField name="email" value={email} />
      <p>
        {own ? words("emailOwn", { email }) : `${email}. ${words("emailFixed")}`}{" "}
        {own && <a href={paths.myEmail}>{words("emailChange")}</a>}
      </p>
    </>
  );
};

const lines = [
  { name: "phone", type: "tel", maximum: 40, autocomplete: "tel" },
  { name: "reachable", hint: "reachableHint", maximum: 300, autocomplete: "off" },
  { name: "street", maximum: 200, autocomplete: "street-address" },
  { name: "postcode", maximum: 5, autocomplete: "postal-code" },
  { name: "townName", maximum: 200, autocomplete: "address-level2" },
] as const;

// The same questions for the office and for the person themself, so that both know the same.
const PersonFields = (props: FieldsProps) => {
  const { ctx } = props;
  const words = say(ctx);
  const own = props.whose === "own";
  return (
    <>
      <Fieldset legend={words("who")}>
        <TextField name="name" label={words("fullName")} maximum={200} autocomplete={own ? "name" : "off"} />
        <RadioGroup
          name="ageBand"
          label={words("ageBand")}
          hint={words("ageHint")}
          options={options(ageBands, (code) => ageBandName(ctx, code))}
          optional
          row
        />
        <Select
          name="language"
          label={words("language")}
          options={options(personLanguages, (code) => personLanguageName(ctx, code))}
          value="de"
          blank={false}
        />
      </Fieldset>
      <Fieldset legend={words("reach")}>
        <RadioGroup
          name="contactBy"
          label={words("contactBy")}
          options={options(contactWays, (code) => contactWayName(ctx, code))}
          value={own ? "email" : "phone"}
          row
        />
        <EmailField {...props} />
        {lines.map(({ name, maximum, autocomplete, ...line }) => (
          <TextField
            name={name}
            label={words(name)}
            type={"type" in line ? line.type : "text"}
            hint={"hint" in line ? words(line.hint) : undefined}
            optional
            width={maximum < 10 ? "short" : undefined}
            maximum={maximum}
            autocomplete={own ? autocomplete : "off"}
          />
        ))}
      </Fieldset>
      <Guardian {...props} />
    </>
  );
};

const Doubles = ({ ctx, doubles }: { ctx: Context; doubles: readonly Double[] }) => {
  const words = say(ctx);
  return (
    <Notice ctx={ctx} kind="warning" heading={words("doubles")}>
      <p>{words("doublesText")}</p>
      <ul>
        {doubles.map(({ id, name, townName, postcode, phone, email }) => (
          <li>
            <a href={paths.file(id)}>{name}</a>{" "}
            {[townName ?? postcode, phone, email].filter(Boolean).join(", ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

type NewProps = Base & {
  readonly form?: Filled | undefined;
  readonly doubles?: readonly Double[] | undefined;
};

/** A new file for somebody at the counter or on the phone. */
export const NewPersonView = ({ ctx, formKey, form, doubles }: NewProps) => {
  const words = say(ctx);
  const anyway = [{ label: words("keepAnyway"), name: "despiteDouble", value: "on" }];
  return (
    <>
      <Title heading={words("newTitle")} lead={words("newLead")} />
      {doubles && <Doubles ctx={ctx} doubles={doubles} />}
      <Form
        ctx={ctx}
        action={paths.newPerson}
        submit={words("keep")}
        next={words("keepNext")}
        formKey={formKey}
        form={form}
        secondary={doubles ? anyway : undefined}
        cancel={{ href: paths.people, label: words("cancel") }}
      >
        <PersonFields ctx={ctx} whose="office" />
        <TextArea
          name="note"
          label={words("note")}
          hint={words("noteHint")}
          rows={3}
          maximum={2000}
          optional
        />
      </Form>
    </>
  );
};

type EditProps = Base & {
  readonly person: Person;
  readonly form: Filled;
  readonly saved?: boolean | undefined;
};

/** Contact and language of somebody, changed by the office. */
export const EditPersonView = ({ ctx, formKey, person, form, saved }: EditProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={person.name} lead={words("editTitle")} />
      {saved && <Notice ctx={ctx} kind="success" heading={words("changed")} />}
      <Actions>
        <a href={paths.file(person.id)}>{words("file")}</a>
        <a href={paths.personConsents(person.id)}>{words("rowConsents")}</a>
        {person.accountId ? (
          <a href={paths.roles(person.id)}>{words("rowRoles")}</a>
        ) : (
          <a href={paths.code(person.id)}>{words("rowCode")}</a>
        )}
      </Actions>
      <Form
        ctx={ctx}
        action={paths.edit(person.id)}
        submit={words("save")}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.file(person.id), label: words("cancel") }}
      >
        <PersonFields ctx={ctx} whose="office" person={person} />
        <TextArea
          name="note"
          label={words("note")}
          hint={words("noteHint")}
          rows={3}
          maximum={2000}
          optional
        />
      </Form>
    </>
  );
};

/** One's own data, with the ways to take it along and to leave. */
export const MyDataView = ({ ctx, formKey, person, form, saved }: EditProps) => {
  const words = say(ctx);
  return (
    <>
      <Title heading={words("myData")} lead={words("myDataLead")} />
      {saved && <Notice ctx={ctx} kind="success" heading={words("changed")} />}
      <Form ctx={ctx} action={paths.myData} submit={words("save")} formKey={formKey} form={form}>
        <PersonFields ctx={ctx} whose="own" person={person} />
      </Form>
      {person.note && (
        <Section id="notiz" heading={words("note")}>
          <p class="al-lines">{person.note}</p>
        </Section>
      )}
      <Section id="alles" heading={words("everything")} aside={words("everythingText")}>
        <Actions>
          <a href={paths.everything}>{words("everythingRead")}</a>
          <a href={paths.everythingJson}>{words("everythingJson")}</a>
        </Actions>
      </Section>
      <Section id="abschied" heading={words("leave")}>
        <p>
          {words("leaveText")} <a href={paths.leave}>{words("leaveLink")}</a>
        </p>
      </Section>
    </>
  );
};
