import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Filled } from "#core/input.ts";
import type { WrittenRow } from "#modules/content/pages/queries.ts";
import { guidePrefix, paths } from "#modules/content/paths.ts";
import { listShelves } from "#modules/content/queries.ts";
import type { Page } from "#modules/content/schema.ts";
import { LegalNoticeMissing, PictureFields, Preview, StateOf, textOf } from "#modules/content/views.tsx";
import {
  editorWords,
  shelfName,
  writtenLanguageName,
  writtenLanguages,
} from "#modules/content/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Fieldset, Select } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { Desk, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";

type ListProps = {
  readonly ctx: Context;
  readonly pages: readonly WrittenRow[];
  readonly notice?: string | undefined;
};

/** Everything written as a page, for those who write. */
export const WrittenPages = ({ ctx, pages }: ListProps) => (
  <Desk
    heading={editorWords(ctx)("shelves")}
    views={<Views ctx={ctx} views={listShelves(ctx, "pages")} />}
    lead={say(ctx)("listLead")}
  >
    <Actions>
      <ButtonLink href={paths.deskNewPage}>{say(ctx)("newPage")}</ButtonLink>
    </Actions>
    {pages.length === 0 ? (
      <Empty heading={say(ctx)("none")}>
        <p>{say(ctx)("noneText")}</p>
      </Empty>
    ) : (
      <>
        <h2 class="al-hidden">{shelfName(ctx, "pages")}</h2>
        <ItemList
          items={pages.map((page) => ({
            title: page.title,
            href: paths.deskPage(page.id),
            kind: [
              say(ctx)(page.slug.startsWith(guidePrefix) ? "kindGuide" : "kindPage"),
              writtenLanguageName(ctx, page.language),
              ...(page.inFooter ? [say(ctx)("footer")] : []),
            ].join(" · "),
            text: `${paths.page(page.slug)} · ${say(ctx)("changed", { date: dayWithYear(ctx, page.changedAt) })}`,
            end: <StateOf ctx={ctx} publishedAt={page.publishedAt} />,
          }))}
        />
      </>
    )}
  </Desk>
);

export type EditorProps = {
  readonly ctx: Context;
  readonly form: Filled;
  readonly formKey: string;
  /** The page that is edited; none for a new one. */
  readonly page?: EditedPage | undefined;
  /** A translation keeps the address of the page it translates. */
  readonly translates?: boolean | undefined;
  readonly languages?: readonly { readonly id: Id<"page">; readonly language: string }[] | undefined;
  readonly preview?: boolean | undefined;
  readonly notice?:
    | { readonly kind: "success" | "warning"; readonly heading: string; readonly text?: string }
    | undefined;
  /** What the legal notice lacks, when that is why it was not published. */
  readonly missing?: readonly string[] | undefined;
};

type EditedPage = Pick<Page, "id" | "slug" | "language" | "title" | "publishedAt">;

const NewFields = ({ ctx, translates }: Pick<EditorProps, "ctx" | "translates">) => (
  <>
    {translates && <HiddenField name="translates" value="on" />}
    <Select
      name="language"
      label={say(ctx)("language")}
      blank={false}
      value="de"
      options={writtenLanguages.map((value) => ({ value, label: writtenLanguageName(ctx, value) }))}
    />
    <TextField
      name="slug"
      label={say(ctx)("slug")}
      hint={translates ? undefined : say(ctx)("slugHint")}
      maximum={60}
      optional
    />
    {!translates && <Checkbox name="guide" label={say(ctx)("guide")} hint={say(ctx)("guideHint")} />}
  </>
);

const Others = ({
  ctx,
  page,
  languages,
}: {
  ctx: Context;
  page: EditedPage;
  languages: EditorProps["languages"];
}) => {
  const others = (languages ?? []).filter(({ language }) => language !== page.language);
  const missing = ctx.place.languages.filter(
    (code) => !(languages ?? []).some(({ language }) => language === code),
  );
  if (others.length + missing.length === 0) return null;
  return (
    <Section id="sprachen" heading={say(ctx)("translations")}>
      <ul>
        {others.map(({ id, language }) => (
          <li>
            <a href={paths.deskPage(id)}>{writtenLanguageName(ctx, language)}</a>
          </li>
        ))}
        {missing.map((language) => (
          <li>
            <a href={`${paths.deskNewPage}?von=${page.id}&in=${language}`}>
              {say(ctx)("translate", { language: writtenLanguageName(ctx, language) })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Told = ({ ctx, notice, missing }: Pick<EditorProps, "ctx" | "notice" | "missing">) => (
  <>
    {notice && (
      <Notice ctx={ctx} kind={notice.kind} heading={notice.heading}>
        {notice.text}
      </Notice>
    )}
    {missing && <LegalNoticeMissing ctx={ctx} missing={missing} />}
  </>
);

/** The editor of one page in one language. */
export const PageEditor = (props: EditorProps) => {
  const { ctx, form, formKey, page, preview, languages } = props;
  const words = editorWords(ctx);
  const isPublished = page?.publishedAt !== null && page?.publishedAt !== undefined;
  const heading = page ? "editHeading" : props.translates ? "newTranslation" : "newHeading";
  return (
    <Desk
      heading={say(ctx)(heading)}
      lead={page && <a href={paths.page(page.slug)}>{paths.page(page.slug)}</a>}
    >
      <Told {...props} />
      {page && (
        <Actions>
          <StateOf ctx={ctx} publishedAt={page.publishedAt} />
          <ActionForm
            action={paths.deskPageState(page.id)}
            label={words(isPublished ? "withdraw" : "publishNow")}
            object={page.title}
            formKey={formKey}
            values={{ do: isPublished ? "withdraw" : "publish" }}
          />
        </Actions>
      )}
      {preview && <Preview ctx={ctx} form={form} language={page?.language ?? textOf(form, "language")} />}
      <Form
        ctx={ctx}
        action={page ? paths.deskPage(page.id) : paths.deskNewPage}
        form={form}
        formKey={formKey}
        files
        submit={isPublished ? say(ctx)("saveChanges") : words("publish")}
        secondary={[
          { label: words("preview"), name: "do", value: "preview" },
          ...(isPublished ? [] : [{ label: words("saveDraft"), name: "do", value: "draft" }]),
          { label: words("addPicture"), name: "do", value: "picture" },
        ]}
        cancel={{ href: paths.desk, label: words("cancel") }}
      >
        <TextField name="title" label={say(ctx)("title")} maximum={150} />
        {!page && <NewFields {...props} />}
        <TextArea name="body" label={words("text")} hint={words("textHint")} rows={16} maximum={60_000} />
        <Checkbox name="inFooter" label={say(ctx)("inFooter")} />
        <Fieldset legend={words("picture")} hint={words("pictureHint")}>
          <PictureFields ctx={ctx} />
        </Fieldset>
      </Form>
      {page && <Others ctx={ctx} page={page} languages={languages} />}
    </Desk>
  );
};
