import type { ComponentChildren } from "preact";
import type { Context } from "#core/context.ts";
import type { Filled } from "#core/input.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { State } from "#ui/facts.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";
import { Prose, Section } from "#ui/page.tsx";
import { paths } from "./paths.ts";
import { may } from "./policy.ts";
import { editorWords } from "./vocabulary.ts";

/** What stands in a field of a form as text. */
export const textOf = (form: Filled, name: string): string => {
  const value = form.values[name];
  return typeof value === "string" ? value : "";
};

// Easy German is German to a browser and a screen reader.
const htmlLanguage = (language: string): string => (language === "de-x-easy" ? "de" : language);

type Props = { readonly ctx: Context };

/** Whether everyone can read it. */
export const StateOf = ({ ctx, publishedAt }: Props & { readonly publishedAt: Date | null }) => (
  <State kind={publishedAt ? "yes" : "wait"}>
    {editorWords(ctx)(publishedAt ? "statePublished" : "stateDraft")}
  </State>
);

/** Why nothing can be published yet, and who can change it. */
export const LegalNoticeMissing = ({ ctx, missing }: Props & { readonly missing: readonly string[] }) => (
  <Notice ctx={ctx} kind="warning" heading={editorWords(ctx)("legalNoticeMissing")}>
    <p>{editorWords(ctx)("legalNoticeFields", { fields: missing.join(", ") })}</p>
    <p>
      {may.write(ctx) && (
        <>
          <a href={paths.settings}>{editorWords(ctx)("legalNoticeLink")}</a>.{" "}
        </>
      )}
      {editorWords(ctx)("kept")}
    </p>
  </Notice>
);

type PreviewProps = Props & {
  readonly form: Filled;
  readonly language?: string;
  readonly children?: ComponentChildren;
};

/** The text as it will be read; the children stand between its title and its body. */
export const Preview = ({ ctx, form, language, children }: PreviewProps) => {
  const lang = language === undefined ? undefined : htmlLanguage(language);
  return (
    <Section
      id="vorschau"
      heading={editorWords(ctx)("previewHeading")}
      aside={editorWords(ctx)("previewNote")}
    >
      <h3 lang={lang}>{textOf(form, "title")}</h3>
      {children}
      <Prose html={renderMarkdown(textOf(form, "body"), 3)} lang={lang} />
    </Section>
  );
};

/** A picture, and the sentence that says what is on it. */
export const PictureFields = ({ ctx }: Props) => (
  <>
    <FileField
      name="picture"
      label={editorWords(ctx)("picture")}
      accept=".jpg,.jpeg,.png,.webp"
      kinds="JPG, PNG, WebP"
      megabytes={8}
      optional
    />
    <TextField
      name="pictureText"
      label={editorWords(ctx)("pictureText")}
      hint={editorWords(ctx)("pictureTextHint")}
      maximum={300}
      optional
    />
  </>
);
