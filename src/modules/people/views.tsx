import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { ActionLink, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Fieldset, RadioGroup, Select } from "#ui/choices.tsx";
import { dayWithYear } from "#core/date.ts";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { say } from "./messages.ts";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { type Double, pageSize, type PersonRow } from "./queries.ts";
import type { Person } from "./schema.ts";
import { ageBandName, ageBands, contactWayName, contactWays, personLanguageName, personLanguages } from "./vocabulary.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

const columns = (ctx: Context): Column<PersonRow>[] => {
  const words = say(ctx);
  return [
    { heading: words("name"), cell: ({ id, name }) => (may.keep(ctx) ? <a href={paths.file(id)}>{name}</a> : name) },
    { heading: words("contact"), cell: ({ phone, email, contactBy }) => phone ?? email ?? contactWayName(ctx, contactBy) },
    { heading: words("place"), cell: ({ postcode, townName }) => townName ?? postcode },
    { heading: words("access"), cell: ({ accountId }) => words(accountId ? "withAccount" : "byOffice") },
    { heading: words("since"), cell: ({ createdAt }) => dayWithYear(ctx, createdAt) },
    {
      heading: <span class="al-hidden">{words("rowEdit")}</span>,
      cell: ({ id, name, accountId }) => (
        <Actions>
          {may.keep(ctx) && <ActionLink href={paths.edit(id)} label={words("rowEdit")} object={name} />}
          {accountId && <ActionLink href={paths.roles(id)} label={words("rowRoles")} object={name} />}
          {!accountId && may.keep(ctx) && <ActionLink href={paths.code(id)} label={words("rowCode")} object={name} />}
        </Actions>
      ),
    },
  ];
};

type ListProps = {
  readonly ctx: Context;
  readonly words: string;
  readonly page: number;
  readonly items: readonly PersonRow[];
  readonly total: number;
};

/** Everybody the town knows. */
export const PeopleView = ({ ctx, words: sought, page, items, total }: ListProps) => {
  const words = say(ctx);
  const href = (number: number) => `${paths.people}?${new URLSearchParams({ q: sought, seite: String(number) })}`;
  return (
    <Stack wide>
      <Title heading={words("people")} lead={words("lead")} />
      <Form ctx={ctx} method="get" action={paths.people} submit={words("find")} label={words("search")} narrow>
        <TextField name="q" type="search" label={words("searchLabel")} value={sought} optional maximum={100} />
      </Form>
      {may.keep(ctx) && (
        <Actions>
          <ButtonLink href={paths.newPerson} kind="secondary">
            {words("newPerson")}
          </ButtonLink>
        </Actions>
      )}
      {items.length === 0 ? (
        <Empty heading={words(sought ? "nobody" : "nobodyYet")}>
          <p>{words("nobodyText")}</p>
        </Empty>
      ) : (
        <Table id="menschen" caption={words("listCaption", { n: total })} columns={columns(ctx)} rows={items} />
      )}
      <Pager ctx={ctx} page={page} size={pageSize} total={total} href={href} />
    </Stack>
  );
};

type Whose = "office" | "own";
type FieldsProps = { readonly ctx: Context; readonly whose: Whose; readonly person?: Person | undefined };

const options = (codes: readonly string[], name: (code: string) => string) =>
  codes.map((value) => ({ value, label: name(value) }));

const Guardian = ({ ctx, whose, person }: FieldsProps) => {
  const words = say(ctx);
  const agreed = person?.guardianAgreedAt;
  return (
    <Fieldset legend={words("guardian")} hint={words(whose === "office" ? "guardianHint" : "guardianOwnHint")}>
      <TextField name="guardianName" label={words("guardianName")} optional maximum={200} />
      <TextField name="guardianContact" label={words("guardianContact")} optional maximum={300} />
      {agreed && <p>{words("guardianSince", { date: dayWithYear(ctx, agreed) })}</p>}
      {whose === "office" && <Checkbox name="guardianAgreed" label={words("guardianAgreed")} hint={words("guardianAgreedHint")} />}
    </Fieldset>
  );
};

const EmailField = ({ ctx, whose, person }: FieldsProps) => {
  const words = say(ctx);
  if (!person?.accountId) return <TextField name="email" type="email" label={words("email")} optional maximum={254} />;
  return (
    <>
      <HiddenField name="email" value={person.email ?? ""} />
      {whose === "office" ? (
        <p>
          {person.email}. {words("emailFixed")}
        </p>
      ) : (
        <p>
          {words("emailOwn", { email: person.email ?? "" })} <a href={paths.myEmail}>{words("emailChange")}</a>
        </p>
      )}
    </>
  );
};

// The same questions for the office and for the person themself, so that both know the same.
const PersonFields = (props: FieldsProps) => {
  const { ctx, whose } = props;
  const words = say(ctx);
  const own = whose === "own";
  return (
    <>
      <Fieldset legend={words("who")}>
        <TextField name="name" label={words("fullName")} maximum={200} autocomplete={own ? "name" : "off"} />
        <RadioGroup name="ageBand" label={words("ageBand")} hint={words("ageHint")} options={options(ageBands, (code) => ageBandName(ctx, code))} optional row />
        <Select name="language" label={words("language")} options={options(personLanguages, (code) => personLanguageName(ctx, code))} value="de" blank={false} />
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
        <TextField name="phone" type="tel" label={words("phone")} optional maximum={40} autocomplete={own ? "tel" : "off"} />
        <TextField name="reachable" label={words("reachable")} hint={words("reachableHint")} optional maximum={300} />
        <TextField name="street" label={words("street")} optional maximum={200} autocomplete={own ? "street-address" : "off"} />
        <TextField name="postcode" label={words("postcode")} optional width="short" maximum={5} autocomplete={own ? "postal-code" : "off"} />
        <TextField name="townName" label={words("townName")} optional maximum={200} autocomplete={own ? "address-level2" : "off"} />
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
            <a href={paths.file(id)}>{name}</a> {[townName ?? postcode, phone, email].filter(Boolean).join(", ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

type NewProps = Base & { readonly form?: Filled | undefined; readonly doubles?: readonly Double[] | undefined };

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
        <TextArea name="note" label={words("note")} hint={words("noteHint")} rows={3} maximum={2000} optional />
      </Form>
    </>
  );
};

type EditProps = Base & { readonly person: Person; readonly form: Filled; readonly saved?: boolean | undefined };

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
        {person.accountId ? <a href={paths.roles(person.id)}>{words("rowRoles")}</a> : <a href={paths.code(person.id)}>{words("rowCode")}</a>}
      </Actions>
      <Form ctx={ctx} action={paths.edit(person.id)} submit={words("save")} formKey={formKey} form={form} cancel={{ href: paths.file(person.id), label: words("cancel") }}>
        <PersonFields ctx={ctx} whose="office" person={person} />
        <TextArea name="note" label={words("note")} hint={words("noteHint")} rows={3} maximum={2000} optional />
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
      <Section id="alles" heading={words("everything")}>
        <p>{words("everythingText")}</p>
        <Actions>
          <a href={paths.everything}>{words("everythingRead")}</a>
          <a href={paths.everythingJson}>{words("everythingJson")}</a>
          <a href={paths.claim}>{words("claimLink")}</a>
        </Actions>
      </Section>
      <Section id="abschied" heading={words("leave")}>
        <p>{words("leaveText")}</p>
        <p>
          <a href={paths.leave}>{words("leaveLink")}</a>
        </p>
      </Section>
    </>
  );
};
