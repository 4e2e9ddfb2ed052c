import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { listFields } from "#modules/strategy/fields/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import type { ParagraphRow, VersionRow } from "#modules/strategy/texts/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Section, Stack } from "#ui/page.tsx";
import { say } from "./messages.ts";

/** What a version is called, what it is for, and the same in easy words. */
export const About = ({
  ctx,
  version,
  easyOnly,
}: {
  ctx: Context;
  version?: VersionRow;
  easyOnly?: boolean;
}) => {
  const words = say(ctx);
  return (
    <>
      {!easyOnly && (
        <>
          <TextField name="title" label={words("title")} maximum={200} value={version?.title} />
          <TextArea
            name="vision"
            label={words("vision")}
            hint={words("visionHint")}
            rows={4}
            maximum={6_000}
            value={version?.vision}
            optional
          />
        </>
      )}
      <TextArea
        name="easyWords"
        label={words("easyWords")}
        hint={words("easyHint")}
        rows={8}
        maximum={20_000}
        value={version?.easyWords}
        optional
      />
    </>
  );
};

export type ParagraphsProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly version: VersionRow;
  readonly paragraphs: readonly ParagraphRow[];
  readonly fields: Awaited<ReturnType<typeof listFields>>;
  /** The paragraph whose form comes back, or "paragraph" for the form of a new one. */
  readonly part?: string | undefined;
  readonly form?: Filled | undefined;
};

const beginning = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

type FieldsProps = Pick<ParagraphsProps, "ctx" | "fields"> & { readonly row?: ParagraphRow };

const Fields = ({ ctx, fields, row }: FieldsProps) => {
  const words = say(ctx);
  return (
    <>
      <RadioGroup
        name="kind"
        label={words("kind")}
        options={[
          { value: "text", label: words("text") },
          { value: "heading", label: words("heading") },
        ]}
        value={row?.kind ?? "text"}
      />
      <TextArea name="words" label={words("words")} rows={6} maximum={10_000} value={row?.words} />
      {fields.length > 0 && (
        <Select
          name="fieldId"
          label={words("field")}
          blank="–"
          options={fields.map(({ id, title }) => ({ value: id, label: title }))}
          value={row?.fieldId ?? undefined}
          optional
        />
      )}
    </>
  );
};

const Editable = ({
  ctx,
  formKey,
  version,
  fields,
  part,
  form,
  paragraphs,
  row,
}: ParagraphsProps & { row: ParagraphRow }) => {
  const words = say(ctx);
  const mine = part === row.id;
  const ways = [
    ...(row.id === paragraphs[0]?.id ? [] : (["up"] as const)),
    ...(row.id === paragraphs.at(-1)?.id ? [] : (["down"] as const)),
  ];
  const name = row.kind === "text" ? words("numbered", row) : beginning(row.words);
  return (
    <li id={`p-${row.id}`}>
      <Stack>
        <p>{row.kind === "heading" ? <b>{row.words}</b> : row.words}</p>
        <Actions>
          {ways.map((way) => (
            <ActionForm
              action={paths.officeParagraph(version.id, row.id)}
              formKey={`${formKey}-${way}-${row.id}`}
              values={{ step: way }}
              label={words(way)}
              object={name}
            />
          ))}
        </Actions>
      </Stack>
      <details class="al-more" open={mine}>
        <summary>
          {words("change")}
          <span class="al-hidden">: {name}</span>
        </summary>
        <Form
          ctx={ctx}
          id={`a-${row.id}`}
          action={paths.officeParagraph(version.id, row.id)}
          formKey={formKey}
          submit={words("save")}
          secondary={[{ label: words("remove"), name: "step", value: "remove" }]}
          form={mine ? form : undefined}
          quiet
        >
          <Fields ctx={ctx} fields={fields} row={row} />
        </Form>
      </details>
    </li>
  );
};

/** The paragraphs of a draft, each with its form, and the form of the next one. */
export const Paragraphs = (props: ParagraphsProps) => {
  const { ctx, formKey, version, paragraphs, fields, part, form } = props;
  const words = say(ctx);
  return (
    <>
      <Section id="absaetze" heading={words("paragraphs")}>
        {paragraphs.length === 0 && <p class="al-soft">{words("none")}</p>}
        <p class="al-actions">
          <a href={paths.pasteText(version.id)}>{words("paste")}</a>
        </p>
        <ol class="al-paragraphs">
          {paragraphs.map((row) => (
            <Editable {...props} row={row} />
          ))}
        </ol>
      </Section>
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          id="neu"
          action={paths.addParagraph(version.id)}
          formKey={formKey}
          submit={words("addNow")}
          form={part === "paragraph" ? form : undefined}
          quiet={paragraphs.length > 0}
        >
          <Fields ctx={ctx} fields={fields} />
          {paragraphs.length > 0 && (
            <Select
              name="after"
              label={words("after")}
              blank={words("atEnd")}
              options={paragraphs.map(({ id, words: text }) => ({ value: id, label: beginning(text) }))}
              optional
            />
          )}
        </Form>
      </Section>
    </>
  );
};
