import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Filled } from "#core/input.ts";
import type { listWrittenNews } from "#modules/content/news/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { listShelves } from "#modules/content/queries.ts";
import { LegalNoticeMissing, PictureFields, Preview, StateOf, textOf } from "#modules/content/views.tsx";
import { editorWords, shelfName } from "#modules/content/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, Fieldset } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { Desk, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";

type WrittenNews = Awaited<ReturnType<typeof listWrittenNews>>;

/** Every item, for those who write. */
export const NewsDesk = ({ ctx, news }: { readonly ctx: Context; readonly news: WrittenNews }) => (
  <Desk
    heading={editorWords(ctx)("shelves")}
    views={<Views ctx={ctx} views={listShelves(ctx, "news")} />}
    lead={say(ctx)("listLead")}
  >
    <Actions>
      <ButtonLink href={paths.deskNewNews}>{say(ctx)("new")}</ButtonLink>
    </Actions>
    {news.length === 0 ? (
      <Empty heading={say(ctx)("deskNone")}>
        <p>{say(ctx)("deskNoneText")}</p>
      </Empty>
    ) : (
      <>
        <h2 class="al-hidden">{shelfName(ctx, "news")}</h2>
        <ItemList
          items={news.map((item) => ({
            title: item.title,
            href: paths.deskNewsItem(item.id),
            text: item.lead,
            kind: item.publishedAt
              ? dayWithYear(ctx, item.publishedAt)
              : say(ctx)("draftFrom", { date: dayWithYear(ctx, item.changedAt) }),
            end: <StateOf ctx={ctx} publishedAt={item.publishedAt} />,
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
  readonly item?:
    | { readonly id: Id<"news">; readonly title: string; readonly publishedAt: Date | null }
    | undefined;
  readonly pictureWords?: string | undefined;
  readonly preview?: boolean | undefined;
  readonly notice?: string | undefined;
  /** What the legal notice lacks, when that is why it was not published. */
  readonly missing?: readonly string[] | undefined;
};

const Told = ({ ctx, notice, missing }: Pick<EditorProps, "ctx" | "notice" | "missing">) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
    {missing && <LegalNoticeMissing ctx={ctx} missing={missing} />}
  </>
);

const Picture = ({ ctx, form, pictureWords }: Pick<EditorProps, "ctx" | "form" | "pictureWords">) => {
  return (
    <Fieldset
      legend={say(ctx)("picture")}
      hint={pictureWords && say(ctx)("pictureNow", { words: pictureWords })}
    >
      {textOf(form, "pictureId") && (
        <>
          <HiddenField name="pictureId" value={textOf(form, "pictureId")} />
          <Checkbox name="dropPicture" label={say(ctx)("dropPicture")} />
        </>
      )}
      <PictureFields ctx={ctx} />
    </Fieldset>
  );
};

/** The editor of one item. */
export const NewsEditor = (props: EditorProps) => {
  const { ctx, form, formKey, item } = props;
  const words = editorWords(ctx);
  const isPublished = item?.publishedAt instanceof Date;
  return (
    <Desk heading={say(ctx)(item ? "editHeading" : "newHeading")}>
      <Told {...props} />
      {item && (
        <Actions>
          <StateOf ctx={ctx} publishedAt={item.publishedAt} />
          <ActionForm
            action={paths.deskNewsState(item.id)}
            label={words(isPublished ? "withdraw" : "publishNow")}
            object={item.title}
            formKey={formKey}
            values={{ do: isPublished ? "withdraw" : "publish" }}
          />
        </Actions>
      )}
      {props.preview && (
        <Preview ctx={ctx} form={form}>
          <p>{textOf(form, "lead")}</p>
        </Preview>
      )}
      <Form
        ctx={ctx}
        action={item ? paths.deskNewsItem(item.id) : paths.deskNewNews}
        form={form}
        formKey={formKey}
        files
        submit={isPublished ? say(ctx)("saveChanges") : words("publish")}
        secondary={[
          { label: words("preview"), name: "do", value: "preview" },
          ...(isPublished ? [] : [{ label: words("saveDraft"), name: "do", value: "draft" }]),
        ]}
        cancel={{ href: paths.deskNews, label: words("cancel") }}
      >
        <TextField name="title" label={say(ctx)("title")} maximum={150} />
        <TextField name="lead" label={say(ctx)("lead")} hint={say(ctx)("leadHint")} maximum={300} />
        <TextArea name="body" label={words("text")} hint={words("textHint")} rows={12} maximum={30_000} />
        <Picture {...props} />
      </Form>
    </Desk>
  );
};
