import type { Context } from "#core/context.ts";
import { dayLong, dayOnly } from "#core/date.ts";
import { blank, type Filled } from "#core/input.ts";
import {
  companyName,
  dayName,
  days,
  parts,
  rhythmName,
  rhythms,
  skillName,
  skills,
} from "#modules/opportunities/vocabulary.ts";
import {
  accessibilities,
  accessibilityName,
  fieldName,
  fields,
  languageName,
  spokenLanguages,
  targetGroupName,
  targetGroups,
} from "#modules/organizations/vocabulary.ts";
import { paths as persons } from "#modules/people/paths.ts";
import type { Person } from "#modules/people/schema.ts";
import { paths } from "#modules/placements/paths.ts";
import { consultationChannelName, consultationChannels } from "#modules/placements/vocabulary.ts";
import { Checkbox, CheckboxGroup, Fieldset, options, RadioGroup } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { More, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

const people = targetGroups.filter((code) => code !== "everyone");

type Open = { readonly number: number; readonly words: string };

export type ConsultationProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly person: Person;
  readonly action: string;
  readonly form?: Filled | undefined;
  /** When it was held; nothing for a new one. */
  readonly heldAt?: Date | undefined;
  /** Nobody has agreed to the file yet: it can be noted right here. */
  readonly askConsent?: boolean | undefined;
  /** An open inquiry of this person that may be settled with it. */
  readonly inquiry?: Open | undefined;
  /** On paper: everything is open, and there is room for the pen. */
  readonly paper?: boolean | undefined;
};

const Times = ({ ctx }: { readonly ctx: Context }) => (
  <>
    {parts.map((part, index) => (
      <CheckboxGroup
        name={part}
        label={say(ctx)(`part_${part}`)}
        row
        options={days.map((day, number) => ({
          value: String(number * parts.length + index),
          label: dayName(ctx, day).slice(0, 2),
        }))}
      />
    ))}
  </>
);

const MoreWishes = ({ ctx, paper }: Pick<ConsultationProps, "ctx" | "paper">) => {
  const words = say(ctx);
  return (
    <More summary={words("more")} open={paper}>
      <Stack wide>
        <CheckboxGroup
          name="fields"
          row
          label={words("fields")}
          options={options(fields, (code) => fieldName(ctx, code))}
        />
        <TextField name="postcode" label={words("postcode")} optional width="short" maximum={5} />
        <NumberField name="radiusKm" label={words("radiusKm")} optional />
        <RadioGroup
          name="company"
          label={words("company")}
          optional
          row
          options={options(["alone", "pair", "team"], (code) => companyName(ctx, code))}
        />
        <CheckboxGroup
          name="languages"
          row
          label={words("languages")}
          options={options(spokenLanguages, (code) => languageName(ctx, code))}
        />
        <CheckboxGroup
          name="accessibility"
          row
          label={words("accessibility")}
          options={options(accessibilities, (code) => accessibilityName(ctx, code))}
        />
        <CheckboxGroup
          name="notThese"
          row
          label={words("notThese")}
          options={options(people, (code) => targetGroupName(ctx, code))}
        />
      </Stack>
    </More>
  );
};

const Wishes = ({ ctx, paper }: Pick<ConsultationProps, "ctx" | "paper">) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("wishes")} hint={paper ? undefined : words("wishesHint")}>
      <Times ctx={ctx} />
      <CheckboxGroup
        name="rhythms"
        label={words("rhythms")}
        row
        options={options(rhythms, (code) => rhythmName(ctx, code))}
      />
      <CheckboxGroup
        name="skills"
        label={words("skills")}
        row
        options={options(skills, (code) => skillName(ctx, code))}
      />
      <CheckboxGroup
        name="targetGroups"
        label={words("targetGroups")}
        row
        options={options(people, (code) => targetGroupName(ctx, code))}
      />
      <MoreWishes ctx={ctx} paper={paper} />
      <TextArea name="words" label={words("ownWords")} rows={2} maximum={2_000} optional />
    </Fieldset>
  );
};

type LinesProps = { readonly ctx: Context; readonly name: "motives" | "experience" | "situation" | "agreed" };

const Lines = ({ ctx, name, hint }: LinesProps & { readonly hint?: string }) => (
  <TextArea name={name} label={say(ctx)(name)} hint={hint} rows={3} maximum={4_000} optional />
);

const Talk = ({ ctx, paper }: Pick<ConsultationProps, "ctx" | "paper">) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("talk")}>
      <RadioGroup
        name="channel"
        label={words("channel")}
        row
        options={options(consultationChannels, (code) => consultationChannelName(ctx, code))}
        value={paper ? undefined : "counter"}
      />
      <NumberField name="minutes" label={words("minutes")} optional />
      <Lines ctx={ctx} name="motives" hint={words("motivesHint")} />
      <Lines ctx={ctx} name="experience" />
      <Lines ctx={ctx} name="situation" hint={words("situationHint")} />
    </Fieldset>
  );
};

const Agreed = ({ ctx, person, askConsent, inquiry }: ConsultationProps) => {
  const words = say(ctx);
  return (
    <>
      <Lines ctx={ctx} name="agreed" hint={words("agreedHint")} />
      {askConsent && (
        <Checkbox
          name="einwilligung"
          label={words("fileConsent")}
          hint={<a href={persons.personConsents(person.id)}>{words("fileConsentHint")}</a>}
        />
      )}
      {inquiry && (
        <Checkbox
          name="abschluss"
          label={words("closeInquiry", { number: inquiry.number })}
          hint={words("closeInquiryHint", { words: inquiry.words.slice(0, 160) })}
          checked
        />
      )}
    </>
  );
};

/** The consultation sheet on the screen: what was said, what fits, what was agreed. */
export const ConsultationPage = (props: ConsultationProps) => {
  const { ctx, formKey, person, action, form = blank, heldAt, paper } = props;
  const words = say(ctx);
  const heading = heldAt ? words("changeHeading", { day: dayOnly(ctx, heldAt) }) : words("newHeading");
  return (
    <Stack wide>
      <Title heading={heading} lead={words("newLead", { name: person.name })} kind={person.name} />
      <Form
        ctx={ctx}
        action={action}
        formKey={formKey}
        form={form}
        submit={words("save")}
        next={words("next")}
        cancel={{ href: paths.file(person.id), label: words("toFile") }}
      >
        <Talk ctx={ctx} />
        <Wishes ctx={ctx} paper={paper} />
        <Agreed {...props} />
      </Form>
    </Stack>
  );
};

/** The same on paper, to fill in with a pen; typed in on this very page. */
export const ConsultationSheet = (props: ConsultationProps) => {
  const { ctx, formKey, person, action } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("sheetHeading")} lead={words("sheetLead", { name: person.name })}>
        <p class="al-do">{words("sheetPrint")}</p>
      </Title>
      <Pairs
        pairs={[
          [words("person"), person.name],
          [words("reach"), [person.phone, person.email, person.reachable].filter(Boolean).join(", ")],
          [words("adviser"), ctx.actor.kind === "person" ? ctx.actor.name : ""],
          [words("date"), dayLong(ctx, ctx.now)],
        ]}
      />
      <Form ctx={ctx} action={action} formKey={formKey} submit={words("save")}>
        <Talk ctx={ctx} paper />
        <Wishes ctx={ctx} paper />
        <Agreed {...props} />
      </Form>
    </Stack>
  );
};
