import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { bases, sectorRules, subjects } from "#methods/resolution.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { RulesRefusal } from "#modules/consortium/procedure/commands.ts";
import type { RulesInForce, RulesRow } from "#modules/consortium/procedure/queries.ts";
import { Changes, Versions } from "#modules/consortium/procedure-rules/views.tsx";
import { baseWords, rulesCompared, shareWords } from "#modules/consortium/procedure-rules/vocabulary.ts";
import { sectorName, sectors, subjectName } from "#modules/consortium/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup, Fieldset, options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { conflictKinds, fieldsOf, shareOf, shares } from "./vocabulary.ts";

type Base = { readonly ctx: Context };

export const notices = ["begonnen", "gespeichert", "beschlossen", "verworfen"] as const;
type Said = {
  readonly notice?: (typeof notices)[number] | undefined;
  readonly refusal?: RulesRefusal | undefined;
};

const Heard = ({ ctx, notice, refusal }: Base & Said) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${notice}`)} />}
    {refusal && <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />}
  </>
);

type ListProps = Base & Said & { readonly formKey: string; readonly versions: readonly RulesRow[] };

/** All versions, and the way to a new one. */
export const ListView = ({ ctx, formKey, versions, notice, refusal }: ListProps) => {
  const words = say(ctx);
  const draft = versions.find(({ state }) => state === "draft");
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      <Actions>
        {draft ? (
          <ButtonLink href={paths.editRules(draft.id)}>{words("open")}</ButtonLink>
        ) : (
          <ActionForm action={paths.officeRules} formKey={formKey} label={words("begin")} kind="primary" />
        )}
        <a href={paths.dryRun}>{words("toDryRun")}</a>
        <a href={paths.rules}>{words("toPublic")}</a>
      </Actions>
      {versions.length > 0 && <Versions ctx={ctx} versions={versions} />}
    </Stack>
  );
};

type ShareProps = Base & {
  readonly name: string;
  readonly label: string;
  readonly chosen: unknown;
  readonly none?: boolean;
};

const Share = ({ ctx, name, label, chosen, none = false }: ShareProps) => {
  const codes = new Set<string>([...(none ? ["atLeast 0/1"] : []), ...shares, String(chosen)]);
  return (
    <Select
      name={name}
      label={label}
      blank={false}
      options={[...codes].map((value) => ({
        value,
        label: value === "atLeast 0/1" ? say(ctx)("none") : shareWords(ctx, shareOf(value)),
      }))}
    />
  );
};

type Values = Readonly<Record<string, unknown>>;
type PartProps = Base & { readonly values: Values };

const Majorities = ({ ctx, values }: PartProps) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("majorityPart")}>
      {subjects.map((subject) => (
        <>
          <Share ctx={ctx} name={subject} label={subjectName(ctx, subject)} chosen={values[subject]} />
          <Select
            name={`${subject}Base`}
            label={`${subjectName(ctx, subject)}: ${words("base")}`}
            blank={false}
            options={options(bases, (base) => baseWords(ctx, base))}
          />
        </>
      ))}
      <RadioGroup
        name="tie"
        label={words("tie")}
        options={options(["rejected", "castingVote"] as const, (code) => words(`tie_${code}`))}
      />
    </Fieldset>
  );
};

const Sectors = ({ ctx }: Base) => {
  const words = say(ctx);
  const both = options(["consents", "blocks"] as const, (code) => words(code));
  return (
    <Fieldset legend={words("sectorPart")}>
      <RadioGroup
        name="sectorRule"
        label={words("sectorRule")}
        options={options(sectorRules, (code) => words(`sectorRule_${code}`))}
      />
      <CheckboxGroup
        name="sectors"
        label={words("sectors")}
        options={options(sectors, (code) => sectorName(ctx, code))}
        optional
      />
      <CheckboxGroup
        name="sectorSubjects"
        label={words("sectorSubjects")}
        options={options(subjects, (code) => subjectName(ctx, code))}
        optional
      />
      <RadioGroup name="empty" label={words("empty")} options={both} />
      <RadioGroup name="abstaining" label={words("abstaining")} options={both} />
    </Fieldset>
  );
};

const Rest = ({ ctx, values }: PartProps) => {
  const words = say(ctx);
  return (
    <>
      <Fieldset legend={words("conflictPart")}>
        <RadioGroup
          name="conflict"
          label={words("conflict")}
          options={options(conflictKinds, (code) => words(`conflict_${code}`))}
        />
      </Fieldset>
      <Fieldset legend={words("circularPart")}>
        <RadioGroup
          name="circular"
          label={words("circular")}
          options={options(["unanimous", "majority"] as const, (code) => words(`circular_${code}`))}
        />
        <Share
          ctx={ctx}
          name="participation"
          label={words("participation")}
          chosen={values["participation"]}
        />
        <NumberField name="circularDays" label={words("circularDays")} />
        <Share ctx={ctx} name="consent" label={words("consent")} chosen={values["consent"]} />
      </Fieldset>
      <Fieldset legend={words("restPart")}>
        <NumberField name="noticeDays" label={words("noticeDays")} />
        <Checkbox name="mustBeAnnounced" label={words("mustBeAnnounced")} />
        <Checkbox name="deputies" label={words("deputies")} />
        <Checkbox name="remote" label={words("remote")} />
        <NumberField name="objectionDays" label={words("objectionDays")} />
        <NumberField name="absencesUntilAsked" label={words("absencesUntilAsked")} />
      </Fieldset>
    </>
  );
};

type EditProps = Base &
  Said & {
    readonly formKey: string;
    readonly draft: RulesRow;
    readonly inForce: RulesInForce;
    readonly form?: Filled | undefined;
    readonly adopting?: Filled | undefined;
  };

/** A draft of the rules as a form, what it would change, and how it comes into force. */
export const EditView = ({ ctx, formKey, draft, inForce, form, adopting, notice, refusal }: EditProps) => {
  const words = say(ctx);
  const values = fieldsOf(draft.rules);
  const changes = rulesCompared(ctx, inForce.rules, draft.rules);
  return (
    <Stack wide>
      <Title heading={words("draft", { number: draft.number })} lead={words("lead")} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      <Section id="aendert" heading={words("changes")}>
        {changes.length === 0 ? (
          <p>{words("changesNone")}</p>
        ) : (
          <Changes ctx={ctx} id="aendert" changes={changes} />
        )}
      </Section>
      <Form
        ctx={ctx}
        action={paths.editRules(draft.id)}
        formKey={formKey}
        form={form ?? filledWith(values)}
        submit={words("save")}
        next={words("saveNext")}
      >
        <Fieldset legend={words("quorumPart")}>
          <Share ctx={ctx} name="quorum" label={words("quorum")} chosen={values["quorum"]} none />
          <NumberField name="leastSeats" label={words("leastSeats")} />
        </Fieldset>
        <Majorities ctx={ctx} values={values} />
        <Sectors ctx={ctx} />
        <Rest ctx={ctx} values={values} />
      </Form>
      <Section id="in-kraft" heading={words("adopt")}>
        <Form
          ctx={ctx}
          id="a"
          action={paths.adoptRules(draft.id)}
          formKey={`${formKey}-a`}
          form={adopting ?? filledWith({ validFrom: isoDay(ctx.now) })}
          submit={words("adopt")}
          next={words("adoptLead")}
          quiet
        >
          <DateField name="validFrom" label={words("validFrom")} />
          <TextArea
            name="words"
            label={words("decided")}
            hint={words("decidedHint")}
            rows={2}
            maximum={2_000}
          />
        </Form>
      </Section>
      <Actions>
        <ActionForm
          action={paths.dropRules(draft.id)}
          formKey={`${formKey}-d`}
          label={words("drop")}
          kind="tertiary"
        />
      </Actions>
    </Stack>
  );
};
