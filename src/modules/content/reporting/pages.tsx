import { allow, found } from "#core/errors.ts";
import { blank, type Filled, filledWith, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { hasPicture, keepPicture } from "#modules/content/commands.ts";
import {
  changeNews,
  NewsForm,
  publishNews,
  withdrawNews,
  writeNews,
} from "#modules/content/news/commands.ts";
import { findWrittenNews, listWrittenNews, type NewsItem } from "#modules/content/news/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { editorWords } from "#modules/content/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import { say } from "./messages.ts";
import { type EditorProps, NewsDesk, NewsEditor } from "./views.tsx";

type Shown = Pick<EditorProps, "form"> & Partial<EditorProps> & { readonly status?: 200 | 409 | 422 };

const show = (page: Page, { status = 200, ...props }: Shown) => {
  const ctx = page.get("ctx");
  return page.render(<NewsEditor ctx={ctx} formKey={page.get("formKey")} {...props} />, {
    title: say(ctx)(props.item ? "editHeading" : "newHeading"),
    crumbs: [{ href: paths.deskNews, label: editorWords(ctx)("shelf_news") }],
    area: "office",
    status,
  });
};

const about = (item: NewsItem | undefined): Partial<EditorProps> =>
  item ? { item, ...(item.pictureText ? { pictureWords: item.pictureText } : {}) } : {};

const write = async (page: Page, item: NewsItem | undefined) => {
  const ctx = page.get("ctx");
  const words = editorWords(ctx);
  const body = await sent(page);
  let fields: Record<string, unknown> = body;
  let notice: Partial<EditorProps> = {};
  if (hasPicture(body)) {
    const kept = await keepPicture(ctx, body);
    if (!kept.ok) {
      const field = kept.because === "noAlternativeText" ? "pictureText" : "picture";
      const form = withError(read(ctx, NewsForm, body).form, field, words(kept.because));
      return show(page, { ...about(item), form, status: 422 });
    }
    fields = { ...body, pictureId: kept.value.id, dropPicture: undefined };
    notice = { notice: say(ctx)("pictureSet") };
  }
  const input = read(ctx, NewsForm, fields);
  const rest = { ...about(item), ...notice };
  if (body["do"] === "preview") {
    return show(page, { ...rest, form: { values: input.form.values, errors: {} }, preview: true });
  }
  if (!input.ok) return show(page, { ...rest, form: input.form, status: 422 });
  const publish = body["do"] !== "draft";
  const outcome = item
    ? await changeNews(ctx, item.id, input.value, publish)
    : await writeNews(ctx, input.value, publish);
  if (!outcome.ok) {
    return show(page, { ...rest, form: input.form, missing: await missingLegalNotice(ctx), status: 409 });
  }
  const id = item?.id ?? outcome.value?.id;
  return seeOther(
    page,
    id ? paths.deskNewsItem(id) : paths.deskNews,
    publish && !item?.publishedAt ? "published" : "saved",
  );
};

const notices = ["saved", "published", "withdrawn"] as const;

const noticeOf = (page: Page): Partial<EditorProps> => {
  const key = notices.find((name) => name === page.req.query("hinweis"));
  return key ? { notice: editorWords(page.get("ctx"))(key) } : {};
};

const editing = async (page: Page): Promise<NewsItem> => {
  const ctx = page.get("ctx");
  allow(may.write(ctx));
  return found(await findWrittenNews(ctx, idIn<"news">(page)));
};

const present = (item: NewsItem): Filled => {
  const { title, lead, body, pictureId } = item;
  return filledWith({ title, lead, body, pictureId });
};

/** /buero/inhalte/aktuelles: news and drafts of news. */
export const desk = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    allow(may.write(ctx));
    return page.render(<NewsDesk ctx={ctx} news={await listWrittenNews(ctx)} />, {
      title: editorWords(ctx)("shelf_news"),
      area: "office",
    });
  })
  .get("/neu", (page) => {
    allow(may.write(page.get("ctx")));
    return show(page, { form: blank });
  })
  .post("/neu", (page) => {
    allow(may.write(page.get("ctx")));
    return write(page, undefined);
  })
  .get("/:id", async (page) => {
    const item = await editing(page);
    return show(page, { ...about(item), form: present(item), ...noticeOf(page) });
  })
  .post("/:id", async (page) => write(page, await editing(page)))
  .post("/:id/sichtbarkeit", async (page) => {
    const ctx = page.get("ctx");
    const item = await editing(page);
    if ((await sent(page))["do"] === "withdraw") {
      await withdrawNews(ctx, item.id);
      return seeOther(page, paths.deskNewsItem(item.id), "withdrawn");
    }
    const outcome = await publishNews(ctx, item.id);
    if (outcome.ok) return seeOther(page, paths.deskNewsItem(item.id), "published");
    const missing = await missingLegalNotice(ctx);
    return show(page, { ...about(item), form: present(item), missing, status: 409 });
  });
