import type { Context } from "#core/context.ts";
import { dayAndTime, dayLong } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { FreeSlot } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { type Topic, topicName, topics } from "#modules/desk/vocabulary.ts";
import { paths as offers } from "#modules/opportunities/paths.ts";
import { personLanguageName, personLanguages } from "#modules/people/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Fieldset, RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { type Answers, answersInWords } from "./queries.ts";

export type AskProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly topic: Topic;
  readonly offer?: { readonly title: string; readonly slug: string } | undefined;
  readonly answers: Answers;
  readonly slots: readonly FreeSlot[];
  readonly until: Date;
  /** When the page was shown: whoever sends it a second later did not read it. */
  readonly shown: string;
  readonly me: { readonly name?: string; readonly email?: string };
  readonly form?: Filled | undefined;
  readonly refusal?: "taken" | "past" | "tooFast" | undefined;
};

/** What came along from the six questions or an offer travels with the form. */
const Along = ({ ctx, offer, answers }: Pick<AskProps, "ctx" | "offer" | "answers">) => (
  <>
    {offer && (
      <p>
        {say(ctx)("offer")} <a href={offers.show(offer.slug)}>{offer.title}</a>
      </p>
    )}
    {offer && <HiddenField name="angebot" value={offer.slug} />}
    {answersInWords(ctx, answers).length > 0 && <p>{say(ctx)("answers")}</p>}
    <Pairs pairs={answersInWords(ctx, answers)} />
    {Object.entries(answers).map(([name, value]) =>
      [value].flat().map((item) => <HiddenField name={`antwort.${name}`} value={item} />),
    )}
  </>
);

const Trap = ({ ctx, shown }: Pick<AskProps, "ctx" | "shown">) => (
  <div class="al-hidden" aria-hidden="true">
    <label>
      {say(ctx)("trap")} <input name="webseite" tabIndex={-1} autoComplete="off" />
    </label>
    <HiddenField name="gesehen" value={shown} />
  </div>
);

const Contact = ({ ctx, me }: Pick<AskProps, "ctx" | "me">) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="name" label={words("name")} value={me.name} autocomplete="name" />
      <Fieldset legend={words("contactHint")}>
        <TextField
          name="email"
          type="email"
          label={words("email")}
          value={me.email}
          autocomplete="email"
          optional
        />
        <TextField name="telefon" type="tel" label={words("phone")} autocomplete="tel" optional />
      </Fieldset>
      <TextField name="erreichbar" label={words("reachable")} hint={words("reachableHint")} optional />
      <Select
        name="sprache"
        label={words("language")}
        options={personLanguages.map((value) => ({ value, label: personLanguageName(ctx, value) }))}
        value={personLanguages.find((code) => code === ctx.language) ?? "de"}
        blank={false}
      />
    </>
  );
};

const Slot = ({ ctx, slots }: Pick<AskProps, "ctx" | "slots">) =>
  slots.length === 0 ? null : (
    <RadioGroup
      name="termin"
      label={say(ctx)("slot")}
      value="kein"
      options={[
        { value: "kein", label: say(ctx)("slotNone") },
        ...slots.map((slot) => ({ value: slot.id, label: dayAndTime(ctx, slot.startsAt, slot.endsAt) })),
      ]}
      optional
    />
  );

/** The door to the contact point: one form for every question. */
export const AskPage = (props: AskProps) => {
  const { ctx, formKey, topic, offer, answers, slots, until, shown, me, form, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {ctx.place.officePhone && (
        <p>
          {words("phoneInstead")} <a href={telephone(ctx.place.officePhone)}>{ctx.place.officePhone}</a>
        </p>
      )}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(refusal === "tooFast" ? "tooFast" : `refused_${refusal}`)}
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.ask}
        formKey={formKey}
        form={form}
        submit={words("submit")}
        next={words("next", { day: dayLong(ctx, until) })}
      >
        <Along ctx={ctx} offer={offer} answers={answers} />
        <RadioGroup
          name="thema"
          label={words("topic")}
          value={topic}
          options={topics.map((value) => ({ value, label: topicName(ctx, value) }))}
        />
        <TextArea
          name="worte"
          label={words("words")}
          hint={words("wordsHint")}
          value={offer ? words("offerWords", { title: offer.title }) : undefined}
          maximum={5000}
        />
        <Contact ctx={ctx} me={me} />
        <Slot ctx={ctx} slots={slots} />
        <Trap ctx={ctx} shown={shown} />
      </Form>
    </Stack>
  );
};

/** What happens next, and until when. */
export const ThanksPage = ({
  ctx,
  number,
  until,
}: {
  ctx: Context;
  number: string | undefined;
  until: Date;
}) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("thanksHeading")} lead={number && words("thanksNumber", { number })} />
      <p>{words("thanksNext", { day: dayLong(ctx, until) })}</p>
      {ctx.place.officePhone && <p>{words("thanksCall", { phone: ctx.place.officePhone })}</p>}
      <Actions>
        <ButtonLink href={offers.list} kind="secondary">
          {words("thanksOffers")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
};
