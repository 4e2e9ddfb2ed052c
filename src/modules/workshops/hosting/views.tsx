import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { CardRow } from "#modules/workshops/cards/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import type { Workshop, WorkshopPhase, WorkshopTable } from "#modules/workshops/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { FileField, HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import type { PaperRefusal, readLines } from "./commands.ts";
import { say } from "./messages.ts";

export type PaperProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly workshop: Workshop;
  readonly phases: readonly WorkshopPhase[];
  readonly tables: readonly WorkshopTable[];
  readonly phase: WorkshopPhase;
  readonly table: string;
  readonly last: readonly CardRow[];
  readonly form?: Filled | undefined;
  readonly pasted?: (ReturnType<typeof readLines> & { readonly key: string }) | undefined;
  readonly refusal?: PaperRefusal | undefined;
  readonly notice?: string | undefined;
};

const Where = ({ ctx, phases, tables, phase, table }: PaperProps) => {
  const words = say(ctx);
  return (
    <>
      <Select
        name="teil"
        label={words("part")}
        value={phase.id}
        options={phases.map(({ id, title }) => ({ value: id, label: title }))}
        blank={false}
      />
      {tables.length > 0 && (
        <Select
          name="tisch"
          label={words("table")}
          value={table}
          options={tables.map(({ id, title }) => ({ value: id, label: title }))}
          blank={words("noTable")}
          optional
        />
      )}
    </>
  );
};

const Preview = ({ ctx, pasted }: PaperProps) => {
  if (!pasted) return null;
  const words = say(ctx);
  return (
    <Stack>
      <h3>{words("previewHeading", { n: pasted.cards.length })}</h3>
      {pasted.tooLong > 0 && <p>{words("tooLong", { n: pasted.tooLong })}</p>}
      {pasted.doubled > 0 && <p>{words("doubled", { n: pasted.doubled })}</p>}
      <ol class="al-cards">
        {pasted.cards.map((card) => (
          <li class="al-card__text">{card}</li>
        ))}
      </ol>
      <p class="al-soft">{words("photoAgain")}</p>
    </Stack>
  );
};

const Told = ({ ctx, refusal, notice }: PaperProps) => {
  if (refusal) return <Notice ctx={ctx} kind="warning" heading={say(ctx)(`refused_${refusal}`)} />;
  // One card after the other must not be stopped by a notice each time: the list below shows it.
  return notice === "karten" ? <Notice ctx={ctx} kind="success" heading={say(ctx)("notice_karten")} /> : null;
};

const Many = (props: PaperProps) => {
  const { ctx, formKey, workshop, form, pasted } = props;
  const words = say(ctx);
  return (
    <Section id="viele" heading={words("many")}>
      <p>{words("manyLead")}</p>
      <Preview {...props} />
      <Form
        ctx={ctx}
        action={paths.paperCards(workshop.id)}
        formKey={`${formKey}m`}
        id="m"
        form={form}
        files
        quiet={!pasted}
        submit={words(pasted ? "take" : "preview")}
      >
        <HiddenField name="marke" value={pasted?.key ?? formKey} />
        {/* What the main button does; the preview turns into the real thing. */}
        <HiddenField name="was" value={pasted ? "take" : "preview"} />
        <Where {...props} />
        <TextArea name="zeilen" label={words("lines")} rows={8} maximum={40_000} />
        <FileField
          name="bild"
          label={words("photo")}
          hint={words("photoHint")}
          accept=".jpg,.jpeg,.png,.webp,.heic"
          kinds="JPG, PNG, WebP"
          megabytes={10}
          optional
        />
      </Form>
    </Section>
  );
};

/** Paper typed in: one card after the other by keyboard, or many lines at once. */
export const PaperPage = (props: PaperProps) => {
  const { ctx, formKey, workshop, form, last, pasted } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("heading")} kind={workshop.title} lead={words("lead")} />
      <Told {...props} />
      <Form
        ctx={ctx}
        action={paths.paperCards(workshop.id)}
        formKey={formKey}
        form={pasted || form?.values["zeilen"] !== undefined ? undefined : form}
        submit={words("keep")}
        quiet={pasted !== undefined}
      >
        <HiddenField name="marke" value={formKey} />
        <Where {...props} />
        <TextField name="text" label={words("card")} maximum={500} autocomplete="off" />
      </Form>
      <Section id="zuletzt" heading={words("last")}>
        {last.length === 0 && <p class="al-soft">{words("none")}</p>}
        <ul class="al-cards">
          {last.map(({ number, text }) => (
            <li>
              <p class="al-card__text">{text}</p>
              <p class="al-soft al-small">{words("number", { n: number })}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Many {...props} />
    </Stack>
  );
};

/** Without parts there is nothing to write cards into. */
export const NoParts = ({ ctx, workshop }: Pick<PaperProps, "ctx" | "workshop">) => (
  <Stack>
    <Title heading={say(ctx)("heading")} kind={workshop.title} />
    <Empty heading={say(ctx)("noParts")}>
      <ButtonLink href={paths.phases(workshop.id)}>{say(ctx)("toParts")}</ButtonLink>
    </Empty>
  </Stack>
);
