import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { number } from "#core/number.ts";
import type { Block } from "#methods/text-blocks.ts";
import { paths } from "#modules/strategy/paths.ts";
import { mostParagraphs, type VersionRow } from "#modules/strategy/texts/queries.ts";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { longestPaste, type PasteRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly version: VersionRow;
  /** How many paragraphs are there already. */
  readonly there: number;
  readonly form?: Filled | undefined;
  /** What the text would become, once it was looked at. */
  readonly blocks?: readonly Block[] | undefined;
  /** The mark of the text that was looked at. */
  readonly mark?: string | undefined;
  readonly refusal?: PasteRefusal | undefined;
};

// Not one of the form's own fields: what was sent before must not stand in it again.
const SeenField = ({ mark }: { readonly mark: string | undefined }) => (
  <input type="hidden" name="seen" value={mark} />
);

const Preview = ({ ctx, blocks }: { readonly ctx: Context; readonly blocks: readonly Block[] }) => (
  <Section id="vorschau" heading={say(ctx)("found", { n: blocks.length })}>
    <p>{say(ctx)("foundText")}</p>
    <ol class="al-paragraphs">
      {blocks.map(({ kind, words }) => (
        <li class={kind === "heading" ? "al-paragraphs__heading" : undefined}>
          <p>
            {kind === "heading" && <span class="al-hidden">{say(ctx)("isHeading")}: </span>}
            {words}
          </p>
        </li>
      ))}
    </ol>
  </Section>
);

/** The form for a long text; looked at first, then kept. */
export const PasteView = ({ ctx, formKey, version, there, form, blocks, mark, refusal }: Props) => {
  const words = say(ctx);
  const seen = blocks !== undefined && refusal === undefined;
  return (
    <Stack wide>
      <Title kind={version.title} heading={words("heading")} lead={words("lead")} />
      {refusal && (
        <Notice
          ctx={ctx}
          kind="warning"
          heading={words(`refused_${refusal}`, { most: mostParagraphs, there })}
        />
      )}
      {blocks && <Preview ctx={ctx} blocks={blocks} />}
      <Form
        ctx={ctx}
        action={paths.pasteText(version.id)}
        formKey={formKey}
        submit={words(seen ? "keep" : "look")}
        next={seen ? words("changed") : undefined}
        form={form}
      >
        {seen && <SeenField mark={mark} />}
        <TextArea
          name="text"
          label={words("text")}
          hint={words("hint", { n: number(ctx, longestPaste) })}
          rows={16}
          maximum={longestPaste}
        />
      </Form>
    </Stack>
  );
};
