import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import type { Block } from "#methods/report.ts";
import type { ReportProblem } from "#methods/report-edit.ts";
import { paths } from "#modules/reports/paths.ts";
import type { ReportRow } from "#modules/reports/queries.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { type Pictures, ReportBlock } from "#ui/report.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string };

/** What a part is called in the list: its first words. */
export const nameOf = (ctx: Context, block: Block, index: number): string => {
  const text = "text" in block ? block.text : "caption" in block ? block.caption : "";
  return (text || say(ctx)("partName", { n: index + 1 })).slice(0, 60);
};

type PartProps = Base & {
  readonly row: ReportRow;
  readonly block: Block;
  readonly index: number;
  readonly pictures: Pictures;
};

const Part = ({ ctx, formKey, row, block, index, pictures }: PartProps) => {
  const words = say(ctx);
  const name = nameOf(ctx, block, index);
  const revision = String(row.revision);
  const act = (what: string, label: string) => (
    <ActionForm
      action={paths.block(row.id, block.key)}
      label={label}
      object={name}
      formKey={`${formKey}${index}${what}`.slice(0, 60)}
      values={{ was: what, fassung: revision }}
    />
  );
  const mark = [
    words(block.origin === "data" ? "fromData" : "written"),
    ...(block.omitted ? [words("left")] : []),
  ];
  return (
    <li id={`teil-${block.key}`} class="al-part">
      <p class="al-soft al-small">
        {index + 1} · {mark.join(" · ")}
      </p>
      <div class={block.omitted ? "al-soft" : undefined}>
        <ReportBlock ctx={ctx} block={block} pictures={pictures} id={`t-${index + 1}`} />
      </div>
      <Actions>
        {index > 0 && act("hoch", words("up"))}
        {index < row.content.blocks.length - 1 && act("runter", words("down"))}
        {block.origin === "data" && act("weg", words(block.omitted ? "takeIn" : "leaveOut"))}
        {block.origin === "written" && <a href={paths.block(row.id, block.key)}>{words("edit")}</a>}
        {block.origin === "written" && act("loeschen", words("remove"))}
        <a href={`${paths.blocks(row.id)}?nach=${encodeURIComponent(block.key)}`}>{words("addAfter")}</a>
      </Actions>
    </li>
  );
};

type DraftProps = Base & {
  readonly row: ReportRow;
  readonly pictures: Pictures;
  readonly problems: readonly ReportProblem[];
  readonly form?: Filled | undefined;
  readonly sealForm?: Filled | undefined;
  readonly notice?: "saved" | "changedMeanwhile" | "refused_data" | undefined;
};

const Sealing = ({ ctx, formKey, row, problems, sealForm }: DraftProps) => {
  const words = say(ctx);
  if (problems.length > 0)
    return (
      <Section id="versiegeln" heading={words("problems")}>
        <ul>
          {problems.map(({ key, kind }) => (
            <li>
              {words(`problem_${kind}`)} {key && <a href={`#teil-${key}`}>{words("at")}</a>}
            </li>
          ))}
        </ul>
      </Section>
    );
  return (
    <Section id="versiegeln" heading={words("sealHeading")}>
      <p>{words("sealText")}</p>
      <Form
        ctx={ctx}
        id="s"
        action={paths.seal(row.id)}
        submit={words("seal")}
        formKey={`${formKey}s`}
        form={sealForm}
      >
        <input type="hidden" name="fassung" value={row.revision} />
        <Checkbox name="gelesen" value="on" label={words("sealConfirm")} />
      </Form>
    </Section>
  );
};

/** A draft with all its parts, as it will look, each with what can be done with it. */
export const DraftView = (props: DraftProps) => {
  const { ctx, formKey, row, pictures, form, notice } = props;
  const words = say(ctx);
  const isWarning = notice !== undefined && notice !== "saved";
  return (
    <>
      <Title heading={row.title} lead={words("draftLead")}>
        <Actions>
          <ButtonLink href={paths.preview(row.id)} kind="secondary">
            {words("paper")}
          </ButtonLink>
        </Actions>
      </Title>
      {notice && <Notice ctx={ctx} kind={isWarning ? "warning" : "success"} heading={words(notice)} />}
      <Section id="rahmen" heading={words("frame")}>
        <Form
          ctx={ctx}
          action={paths.draft(row.id)}
          submit={words("save")}
          formKey={formKey}
          form={form}
          quiet
        >
          <input type="hidden" name="fassung" value={row.revision} />
          <TextField name="title" label={words("titleLabel")} maximum={300} value={row.content.title} />
          <TextField
            name="subtitle"
            label={words("subtitleLabel")}
            maximum={500}
            optional
            value={row.content.subtitle}
          />
          <TextField
            name="author"
            label={words("authorLabel")}
            hint={words("authorHint")}
            maximum={300}
            value={row.content.author}
          />
        </Form>
      </Section>
      <Section id="teile" heading={words("parts")}>
        <Stack wide>
          <p>{words("partsText")}</p>
          <p>
            <a href={paths.blocks(row.id)}>{words("addFirst")}</a>
          </p>
          <ol class="al-parts">
            {row.content.blocks.map((block, index) => (
              <Part ctx={ctx} formKey={formKey} row={row} block={block} index={index} pictures={pictures} />
            ))}
          </ol>
        </Stack>
      </Section>
      <Sealing {...props} />
    </>
  );
};

const written = ["text", "heading1", "heading2", "note", "quote"] as const;
export type WrittenKind = (typeof written)[number];

type BlockFormProps = Base & {
  readonly row: ReportRow;
  readonly heading: string;
  readonly action: string;
  readonly submit: string;
  readonly kind?: WrittenKind | undefined;
  readonly text?: string | undefined;
  readonly after?: string | undefined;
  readonly form?: Filled | undefined;
  readonly isStale?: boolean;
};

/** The form of a part that somebody writes. */
export const BlockFormView = ({
  ctx,
  formKey,
  row,
  heading,
  action,
  submit,
  kind,
  text,
  after,
  form,
  isStale,
}: BlockFormProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={row.title} heading={heading} />
      {isStale && <Notice ctx={ctx} kind="warning" heading={words("changedMeanwhile")} />}
      <Form
        ctx={ctx}
        action={action}
        submit={submit}
        formKey={formKey}
        form={form}
        cancel={{ href: paths.draft(row.id), label: words("cancel") }}
      >
        <input type="hidden" name="fassung" value={row.revision} />
        <input type="hidden" name="nach" value={after ?? ""} />
        <Select
          name="kind"
          label={words("kindLabel")}
          options={written.map((value) => ({ value, label: words(`kind_${value}`) }))}
          value={kind ?? "text"}
          blank={false}
        />
        <TextArea
          name="text"
          label={words("textLabel")}
          hint={words("textHint")}
          rows={10}
          maximum={20_000}
          value={text}
        />
      </Form>
    </>
  );
};
